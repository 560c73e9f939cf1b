import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutantsOf, type Part } from './stryker.ts';

/** The kernel and the policy in it, and the check: what everything else rests on. Each with tests that need no database. */
const PARTS: Readonly<Record<string, Part>> = {
  'kernel and policy': { mutate: ['kernel/*.ts', '!kernel/wire.ts'], tests: ['kernel/*.test.ts'] },
  quantities: { mutate: ['kernel/quantity/*.ts', 'kernel/quantity.ts'], tests: ['kernel/quantity.test.ts'] },
  'the check': { mutate: ['modules/standards/domain/*.ts'], tests: ['modules/standards/domain/*.test.ts'] },
};
const ENOUGH = 0.9;

for (const [name, part] of Object.entries(PARTS)) {
  test(`${name}: nine of ten small changes are noticed by a test`, async (t) => {
    const begun = performance.now();
    const { killed, all, survivors } = await mutantsOf(part);
    t.diagnostic(`mutants of ${name}: ${killed} of ${all} killed (${((killed / all) * 100).toFixed(1)} %), ${Math.round((performance.now() - begun) / 1000)} s`);
    for (const one of survivors) t.diagnostic(`survived: ${one.file}:${one.line} ${one.what} in \`${one.text}\``);
    assert.ok(killed / all >= ENOUGH, `${survivors.length} survived`);
  });
}
