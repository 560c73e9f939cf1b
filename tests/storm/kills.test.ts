import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds } from './holds.ts';
import { storm } from './storm.ts';

test('three kill -9 of server and database in a storm of orders, every tenth answer lost: every acknowledged order is there, none twice', { timeout: 300_000 }, async () => {
  const result = await storm({ clients: 8, orders: 120, kills: 3, loseEvery: 10 });
  assert.equal(result.acknowledged.size, 120);
  assert.ok(result.cut >= 10, 'answers were lost');
  holds(result);
});
