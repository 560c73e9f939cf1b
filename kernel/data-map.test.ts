import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnsOf, faultsOfMap, joinMaps, mappedOf, type ActualColumn, type DataMap, type MappedColumn, type MappedTable } from './data-map.ts';

const actual: ActualColumn[] = ['id', 'name', 'phone', 'at'].map((column) => ({ table: 'parties.person', column, nullable: column === 'phone' }));
const name: MappedColumn = { is: ['姓名', 'name'], class: 'name', of: 'id', ground: 'duty', keep: 'account', erase: 'blank' };
const whole: MappedTable = { plain: ['at'], mapped: { id: { ...name, class: 'pseudonym', erase: 'stays' }, name, phone: { ...name, class: 'contact', erase: 'null' } } };
const mapOf = (table: MappedTable): DataMap => ({ 'parties.person': table });
const withName = (change: Partial<MappedColumn>, table: Partial<MappedTable> = {}): string[] => faultsOfMap(mapOf({ ...whole, ...table, mapped: { ...whole.mapped, name: { ...name, ...change } } }), actual);

describe('faultsOfMap', () => {
  it('finds none where every column is declared', () => assert.deepEqual(faultsOfMap(mapOf(whole), actual), []));

  it('names a table and a column that nobody declared', () => {
    assert.deepEqual(faultsOfMap({}, actual), ['parties.person is not in the data map: id, name, phone, at']);
    assert.match(faultsOfMap(mapOf({ ...whole, plain: [] }), actual)[0]!, /^parties\.person\.at is not in the data map/);
  });

  it('names what is declared and not there', () => {
    assert.deepEqual(faultsOfMap({ ...mapOf(whole), 'parties.gone': 'plain' }, actual), ['parties.gone is in the data map and not in the database']);
    assert.deepEqual(faultsOfMap(mapOf({ ...whole, plain: ['at', 'age'] }), actual), ['parties.person.age is in the data map and not in the database']);
  });

  it('takes a plain table as a whole', () => assert.deepEqual(faultsOfMap({ 'parties.person': 'plain' }, actual), []));

  const wrong: readonly [string, string[], RegExp][] = [
    ['a column declared twice', faultsOfMap(mapOf({ ...whole, plain: ['at', 'name'] }), actual), /names a column twice/],
    ['one language only', withName({ is: ['姓名', ' '] }), /in one language only/],
    ['a name that stays', withName({ erase: 'stays' }), /only a pseudonym may stay/],
    ['a pseudonym of another column', withName({ class: 'pseudonym', erase: 'stays' }), /a pseudonym is of itself/],
    ['emptying what must not be empty', withName({ erase: 'null' }), /cannot be emptied/],
    ['a purchase without its end', withName({ keep: 'purchase' }), /kept as purchase: the table must say from when/],
    ['a log without its instant', withName({ keep: 'network-log' }), /kept as network-log/],
    ['what passes without its instant', withName({ keep: 'passing' }), /kept as passing/],
    ['a column in the map of another table', faultsOfMap({ 'parties.person': { ...whole, mapped: { ...whole.mapped, age: { ...name, erase: 'null' } } } }, actual), /parties\.person\.age is in the data map and not in the database/],
    ['a person in no column', withName({ of: 'person_id' }), /which is no column/],
    ['a person in no table', withName({ of: { parent: 'parties.gone', by: { id: 'id' }, of: 'id' } }), /which is no table/],
  ];
  for (const [what, faults, expected] of wrong) it(`refuses ${what}`, () => assert.match(faults.join('\n'), expected));

  it('lets a person be found in another table, by a name, in a text; and nobody in what is nobody’s', () => {
    assert.deepEqual(withName({ of: { parent: 'parties.person', by: { id: 'id' }, of: 'id' } }), []);
    assert.deepEqual(withName({ class: 'pseudonym', erase: 'stays', of: { json: 'name', key: 'person' } }), []);
    assert.deepEqual(withName({ of: 'nobody', erase: 'stays' }), []);
    assert.deepEqual(withName({ keep: 'account', erase: 'blank' }, { from: 'now()' }), []);
  });

  it('lets a time that nobody knows be null', () => assert.deepEqual(withName({ keep: 'purchase' }, { from: null }), []));
});

describe('columnsOf', () => {
  it('names the columns of its own row by which a person is found', () => {
    assert.deepEqual(columnsOf('person_id'), ['person_id']);
    assert.deepEqual(columnsOf('nobody'), []);
    assert.deepEqual(columnsOf({ starts: 'scope' }), ['scope']);
    assert.deepEqual(columnsOf({ json: 'content', key: 'person' }), ['content']);
    assert.deepEqual(columnsOf({ named: 'contact', organisation: 'buyer_id' }), ['contact', 'buyer_id']);
    assert.deepEqual(columnsOf({ parent: 'parties.person', by: { id: 'id', name: 'name' }, of: 'id' }), ['id', 'name']);
  });
});

describe('mappedOf', () => {
  it('names nothing of a plain table', () => assert.deepEqual(mappedOf('plain'), []));
  it('names the columns of another', () => assert.deepEqual(mappedOf(whole).map(([column]) => column), ['id', 'name', 'phone']));
});

describe('joinMaps', () => {
  it('puts the maps of all modules into one', () => assert.deepEqual(joinMaps([{ 'a.b': 'plain' }, { 'c.d': whole }]), { 'a.b': 'plain', 'c.d': whole }));
  it('refuses a table that two modules declare', () => assert.throws(() => joinMaps([{ 'a.b': 'plain' }, { 'a.b': 'plain' }]), /names a\.b twice/));
});
