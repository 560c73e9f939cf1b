import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import fc from 'fast-check';
import { testDatabase } from '#platform/database/embedded-for-tests.ts';
import { anything, fitting } from './arbitraries.ts';
import { misfit, type Schema } from './fits.ts';
import { watchTables } from './watch.ts';

/* What the fuzz rests on can itself fail: a judge that sees nothing finds nothing. */

const order: Schema = {
  type: 'object', required: ['id', 'lines'], additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[a-z]{2}$' }, note: { anyOf: [{ type: 'string', maxLength: 3 }, { type: 'null' }] },
    lines: { type: 'array', minItems: 1, maxItems: 2, items: { $ref: '#/components/schemas/Line' } }, facts: { type: 'object', propertyNames: { type: 'string', maxLength: 2 }, additionalProperties: { type: 'number' } },
  },
};
const all = { Line: { type: 'object', required: ['n'], properties: { n: { type: 'integer', minimum: 1, maximum: 9 }, kind: { enum: ['a', 'b'] }, one: { const: 1 } } } satisfies Schema };

test('what fits is taken, each way to miss is found where it lies', () => {
  assert.equal(misfit({ id: 'ab', note: null, lines: [{ n: 1, kind: 'a', one: 1, more: true }], facts: { x: 1 } }, order, all), undefined);
  const misses: [unknown, RegExp][] = [
    [null, /^\$: null is no object/], [[], /^\$: \[\] is no object/], [{ lines: [] }, /id is missing/], [{ id: 'a1', lines: [{ n: 1 }] }, /\$\.id: .* form/], [{ id: 'ab', lines: [] }, /0 items/], [{ id: 'ab', lines: [{ n: 1 }, { n: 1 }, { n: 1 }] }, /3 items/],
    [{ id: 'ab', lines: [{ n: 10 }] }, /\$\.lines\.0\.n: 10 is out of range/], [{ id: 'ab', lines: [{ n: 1.5 }] }, /is no integer/], [{ id: 'ab', lines: [{ n: 1, kind: 'c' }] }, /none of the choices/], [{ id: 'ab', lines: [{ n: 1, one: 2 }] }, /not 1/],
    [{ id: 'ab', lines: [{ n: 1 }], note: 'long' }, /none of 2 fits/], [{ id: 'ab', lines: [{ n: 1 }], more: 1 }, /more is not foreseen/], [{ id: 'ab', lines: [{ n: 1 }], facts: { abc: 1 } }, /\(name\): 3 characters/], [{ id: 'ab', lines: [{ n: 1 }], facts: { a: 'x' } }, /is no number/],
  ];
  for (const [value, expected] of misses) assert.match(misfit(value, order, all) ?? 'fits', expected);
  assert.throws(() => misfit(1, { dependentSchemas: {} } as Schema, all), /not known/);
});

test('what is made to fit fits, and hardly anything else does', () => {
  fc.assert(fc.property(fitting(order, all), (value) => assert.equal(misfit(value, order, all), undefined)), { numRuns: 300 });
  fc.assert(fc.property(anything, (value) => assert.notEqual(misfit(value, order, all), undefined)), { numRuns: 300 });
});

test('the watch sees every row that is committed, in whatever table, and none that is rolled back or only locked', async () => {
  const { ownerUrl } = await testDatabase();
  const watch = await watchTables(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const add = "insert into platform.idempotency (scope, key, route, request_hash, response) values ('s', 'k', 'r', 'h', '1')";
    await owner.query(`begin; ${add}; rollback`);
    assert.deepEqual(await watch.changes(), []);
    await owner.query(add);
    assert.deepEqual(await watch.changes(), ['platform.idempotency']);
    await owner.query("begin; select from platform.idempotency for update; update platform.idempotency set route = 'x' where key = 'none'; commit");
    assert.deepEqual(await watch.changes(), []);
    await owner.query("update platform.idempotency set response = '2'");
    assert.deepEqual(await watch.changes(), ['platform.idempotency']);
    await owner.query('delete from platform.idempotency');
    assert.deepEqual(await watch.changes(), ['platform.idempotency']);
  } finally {
    await owner.end();
    await watch.close();
  }
});
