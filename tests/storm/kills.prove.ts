import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, lost, told } from './holds.ts';
import { storm } from './storm.ts';

test('24 kill -9 of server, database, worker and both in a storm of 2,400 orders, every 25th answer lost', { timeout: 1_800_000 }, async (t) => {
  const result = await storm({ clients: 32, orders: 2_400, kills: 24, victims: ['server', 'database', 'worker', 'both'], loseEvery: 25 });
  t.diagnostic(told(result));
  assert.equal(result.acknowledged.size, 2_400);
  assert.ok(result.cut >= 50, 'answers were lost');
  holds(result);
});

test('the same storm finds losses where the database commits without waiting for the disk', { timeout: 1_800_000 }, async (t) => {
  const result = await storm({ clients: 32, orders: 2_400, kills: 24, victims: ['database'], loseEvery: 25, forgetful: true });
  t.diagnostic(told(result));
  assert.ok(lost(result).length > 0, 'a storm that cannot see a loss proves nothing');
  assert.throws(() => holds(result), /acknowledged and not there/);
});
