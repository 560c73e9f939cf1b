import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withConnection } from './embedded-cluster.ts';
import { testDatabase } from './embedded-for-tests.ts';

const template = { name: 'two_words', prepare: (ownerUrl: string) => withConnection(ownerUrl, (owner) => owner.query("create table public.word (word text); insert into word values ('青'), ('采')")) };
const one = await testDatabase(template);
const two = await testDatabase(template);

describe('databases for tests', () => {
  it('are copies that do not see each other', async () => {
    await withConnection(one.ownerUrl, (owner) => owner.query('delete from word'));
    const { rows } = await withConnection(two.ownerUrl, (owner) => owner.query('select word from word'));
    assert.deepEqual(rows, [{ word: '青' }, { word: '采' }]);
  });

  it('give the application role no more than the template granted', async () => {
    await assert.rejects(withConnection(two.appUrl, (app) => app.query('select 1 from word')), /permission denied/);
    await assert.rejects(withConnection(two.appUrl, (app) => app.query('create temp table t (a int)')), /permission denied/);
  });
});
