import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silent } from './log.ts';
import { supervise, type Child } from './supervise.ts';

const lines: string[] = [];
const log = { ...silent, error: (_: object, message: string) => void lines.push(message), warn: (_: object, message: string) => void lines.push(message) };

type Puppet = Child & { die(how?: Error): void; readonly stopped: () => boolean };
function puppet(): Puppet {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let stopped = false;
  return { ended: promise, stopped: () => stopped, die: (how) => (how === undefined ? resolve(1) : reject(how)), stop: async () => ((stopped = true), resolve(0)) };
}
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

test('a child that dies is started again, also after a start that fails, and the last one is stopped', async () => {
  lines.length = 0;
  const made: Puppet[] = [puppet()];
  let failing = 1;
  const kept = supervise('child', made[0]!, async () => {
    if (failing-- > 0) throw new Error('not yet');
    made.push(puppet());
    return made.at(-1)!;
  }, log, [1]);
  made[0]!.die(new Error('killed'));
  await turn();
  assert.equal(made.length, 2);
  made[1]!.die();
  await turn();
  assert.equal(made.length, 3);
  await kept.stop();
  assert.deepEqual(made.map((child) => child.stopped()), [false, false, true]);
  assert.deepEqual(lines.map((line) => line.split(' ')[0]), ['ended', 'could', 'runs', 'ended', 'runs']);
});

test('the waits grow while it does not live, and a stop during a wait or a start ends it', async () => {
  const child = puppet();
  const waiting = supervise('child', child, () => Promise.reject(new Error('never started')), log, [60_000]);
  child.die();
  await turn();
  await waiting.stop();
  const late = puppet();
  const first = puppet();
  const starting = supervise('child', first, async () => (await turn(), late), log, [0]);
  first.die();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await starting.stop();
  assert.ok(late.stopped(), 'what was being started is stopped too');
});
