import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Answer } from '#app/test-kit/platform.ts';
import { newId } from '#platform/clock.ts';
import { verifyLedger } from '#modules/ledger/index.ts';
import { wrongs } from './oracles.ts';
import { aPlan, sentOf, type Sent } from './requests.ts';
import { fuzzWorld } from './world.ts';

export type FuzzResult = { readonly seed: number; readonly requests: number; readonly byStatus: ReadonlyMap<number, number>; readonly reached: ReadonlySet<string>; readonly writes: number; readonly routes: number; readonly slowestMillis: number };

/**
 * Sends that many requests, made from the description of the interface, and holds every reply against the oracles. Fails at the first
 * that is wrong, with its seed, the path of fast-check, and the smallest request that still goes wrong. At the end every job and event
 * that the requests caused is worked off, and the ledger must still verify.
 */
export async function fuzz({ requests, seed, path }: { requests: number; seed: number; path?: string | undefined }): Promise<FuzzResult> {
  const world = await fuzzWorld();
  const ids = idPool();
  for (const samples of world.samples.values()) for (const { path: address, body } of samples) ids.take({ path: address.split('/'), body });
  const byStatus = new Map<number, number>();
  const reached = new Set<string>();
  let slowestMillis = 0;
  let sent = 0;
  let writes = 0;
  await world.watch.changes();

  const oneRequest = fc.asyncProperty(aPlan(world), async (plan) => {
    const request = sentOf(plan, world, ids.give);
    sent += 1;
    const begun = performance.now();
    const answer = await world.t.request(request.method, request.target, { headers: request.headers, address: request.address, ...(request.bytes === undefined ? {} : { bytes: request.bytes }) });
    slowestMillis = Math.max(slowestMillis, performance.now() - begun);
    byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1);
    if (answer.status < 300 && request.method === request.route.method) reached.add(request.route.id);
    ids.take(answer.body);
    const touched = await world.watch.changes();
    if (answer.status < 300 && touched.includes('ledger.entry')) writes += 1;
    const wrong = wrongs(request, answer, touched, world);
    if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\n${shown(request, answer)}`);
    await world.renew(request, answer);
  });
  try {
    await fc.assert(oneRequest, { numRuns: requests, seed, ...(path === undefined ? {} : { path }), endOnFailure: false, interruptAfterTimeLimit: 3 * 3600_000 });
    await world.t.drain();
    assert.deepEqual(world.faults, [], 'what the requests left to do later went wrong');
    const found = await verifyLedger(world.t.platform.wired.database);
    assert.deepEqual([found.chains.filter(({ broken }) => broken !== null), found.unchained], [[], []], 'the ledger verifies');
  } finally {
    await world.watch.close();
  }
  return { seed, requests: sent, byStatus, reached, writes, routes: world.routes.length, slowestMillis };
}

/** Ids that replies gave, by the name they stood under; the newest few hundred of each. */
function idPool() {
  const byName = new Map<string, string[]>();
  const nameOf = (name: string): string => name.replace(/Id$/, '').toLowerCase();
  const take = (value: unknown, name = ''): void => {
    if (typeof value === 'string') {
      const id = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/.exec(value)?.[0];
      if (id === undefined) return;
      for (const key of new Set([nameOf(name), ''])) {
        const known = byName.get(key) ?? byName.set(key, []).get(key)!;
        if (!known.includes(id)) known.push(id);
        if (known.length > 300) known.shift();
      }
    } else if (Array.isArray(value)) for (const one of value.slice(0, 20)) take(one, name);
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) take(one, key);
  };
  const give = (name: string, n: number): string => {
    const [same, any] = [byName.get(nameOf(name)) ?? [], byName.get('') ?? []];
    const from = same.length > 0 && n % 4 !== 0 ? same : any;
    return from[n % Math.max(1, from.length)] ?? newId();
  };
  return { take, give };
}

const shown = ({ asker, method, target, headers, bytes }: Sent, answer: Answer): string =>
  [
    `as ${asker.name}: ${method} ${target.slice(0, 600)}`,
    ...Object.entries(headers).filter(([name]) => name !== 'Cookie').map(([name, value]) => `  ${name}: ${value.slice(0, 200)}`),
    ...(bytes === undefined ? [] : [`  ${Buffer.from(bytes).toString('utf8').slice(0, 1500)}`]),
    `→ ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 1500)}`,
  ].join('\n');

/** The seed of this run: a fixed one, or the one asked for by QINGCAI_FUZZ_SEED. */
export const seedOf = (usual: number): number => Number(process.env['QINGCAI_FUZZ_SEED'] ?? usual);
export const pathOf = (): string | undefined => process.env['QINGCAI_FUZZ_PATH'];
