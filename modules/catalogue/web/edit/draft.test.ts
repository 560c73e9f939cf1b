import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areasOf, BLANK, faultsOf, sentOf, wholeDraft, type Draft } from './draft.ts';
import { editWording } from './wording.ts';

const whole: Draft = { ...BLANK, kindCode: 'B11', name: ' 净味内墙面漆 ', brand: '试山', model: 'N-100', price: '￥１,234.50', priceUnit: 'kg', taxRate: '13%', minimumOrder: '1 000', deliveryArea: '湖州市、吴兴区\n湖州市', parameters: { grade: '一等品', use: ' ' }, evidence: ['a'] };

test('what is typed becomes what the contract takes; places stand once, blanks are not declared', () => {
  const sent = sentOf(whole);
  assert.deepEqual([sent.name, sent.price, sent.taxRate, sent.minimumOrder, sent.deliveryDays], ['净味内墙面漆', '1234.50', '13', '1000', null]);
  assert.deepEqual(sent.deliveryArea, ['湖州市', '吴兴区']);
  assert.deepEqual(sent.parameters, { grade: '一等品' });
  assert.equal(sentOf({ ...whole, deliveryDays: '5' }).deliveryDays, 5);
  assert.deepEqual(areasOf(' ，; '), []);
});

test('every field that is missing is named with a sentence of its own', () => {
  assert.deepEqual(faultsOf(whole), {});
  const faults = faultsOf(BLANK);
  assert.deepEqual(Object.keys(faults).sort(), ['brand', 'deliveryArea', 'evidence', 'kindCode', 'minimumOrder', 'model', 'name', 'price', 'priceUnit']);
  assert.deepEqual(faultsOf({ ...whole, deliveryDays: 'soon' }), { deliveryDays: 'catalogue.edit.wrong.deliveryDays' });
  for (const id of [...Object.values(faults), 'catalogue.edit.needed.taxRate', 'catalogue.edit.wrong.deliveryDays']) assert.ok(Object.hasOwn(editWording['zh-CN'], id), id);
});

test('a draft from the storage is taken whole or not at all', () => {
  assert.deepEqual(wholeDraft(JSON.parse(JSON.stringify(whole))), whole);
  for (const kept of [null, 'x', {}, { ...whole, price: 3 }, { ...whole, evidence: 'a' }]) assert.equal(wholeDraft(kept), null);
  assert.deepEqual(wholeDraft({ ...whole, evidence: ['a', 1], parameters: { grade: 'I', use: {} } }), { ...whole, parameters: { grade: 'I' } });
});
