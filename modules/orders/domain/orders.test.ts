import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dec } from '#kernel/decimal.ts';
import { lineTotal, sumMoney, type Money } from '#kernel/money.ts';
import { day } from '#kernel/date.ts';
import { faultsOf } from '#kernel/transitions.ts';
import { abilitiesOf, sideOf } from './abilities.ts';
import { amountOf, payableOf } from './amounts.ts';
import { delivers } from './delivery-area.ts';
import { deliverLines } from './deliver-lines.ts';
import { lineLife, settled } from './line-life.ts';
import type { LineState, OrderState } from './model.ts';
import { ORDER_NUMBER, orderNumber } from './order-number.ts';
import { orderLife, ORDER_ACTS, basisOf } from './order-life.ts';
import { lineView, orderView } from './order-view.ts';
import { quantityOf } from './quantity.ts';
import { itemsOf, namesOf } from './requirement.ts';
import { answerReduction, settleLine, type Settlement } from './settle-line.ts';

const line = (change: Partial<LineState> = {}): LineState => ({
  lineNo: 1, unit: 'kg', price: '24.90' as Money, ordered: '2000', delivered: '0', accepted: '0', returned: '0', reduced: '0', reducedPrice: null, status: 'awaiting', ended: false, items: ['model', 'X1'], ...change,
});
const arrived = (change: Partial<LineState> = {}): LineState => line({ delivered: '2000', status: 'delivered', ...change });
const met = [{ item: 'model', met: true, note: null }, { item: 'X1', met: true, note: null }];
const by = (change: Partial<Settlement> = {}): Settlement => ({ seenDelivered: '2000', handling: 'as-received', quantity: '2000', remedy: null, reducedPrice: null, reason: null, findings: met, ...change });
const code = (result: { ok: boolean; refusal?: { code: string } }): string | undefined => (result.ok ? undefined : result.refusal?.code);
const took = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};

test('both lives are sound, and every act names its rule', () => {
  assert.deepEqual(faultsOf(orderLife), []);
  assert.deepEqual(faultsOf(lineLife), []);
  for (const act of ORDER_ACTS) assert.notEqual(basisOf(act), '', act);
});

test('quantities: above zero, six decimals, below 10^12, whole where things are counted', () => {
  for (const [text, unit, refused] of [
    ['0', 'kg', 'quantity-not-positive'], ['-1', 'kg', 'quantity-not-positive'], ['0.0', 'kg', 'quantity-not-positive'], ['1e15', 'kg', 'quantity-too-large'], ['1000000000000000', 'kg', 'quantity-too-large'],
    ['1.0000001', 'kg', 'quantity-too-fine'], ['abc', 'kg', 'quantity-not-a-number'], ['', 'kg', 'quantity-not-a-number'], ['１２', 'kg', 'quantity-not-a-number'], ['NaN', 'kg', 'quantity-not-a-number'],
    ['1.5', '套', 'quantity-not-whole'], ['0.5', '台', 'quantity-not-whole'],
  ] as const) assert.equal(code(quantityOf(text, unit, 'q')), refused, `${text} ${unit}`);
  assert.equal(took(quantityOf('4800.500000', 'kg', 'q')), '4800.5');
  assert.equal(took(quantityOf('12.0', '套', 'q')), '12');
});

test('an order number bears its day and no letter that is read for another', () => {
  assert.equal(orderNumber(day('2026-11-22'), new Uint8Array([7, 19, 51, 23, 29])), 'DD-20261122-7KKQX');
  fc.assert(fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (random) => ORDER_NUMBER.test(orderNumber(day('2026-11-22'), random))));
});

test('a site lies in the area or it does not', () => {
  assert.equal(delivers(['湖州市全域'], '德清县示例路1号'), true);
  assert.equal(delivers(['吴兴区'], '吴兴区示例路1号'), true);
  assert.equal(delivers(['吴兴区'], '浙江省湖州市吴兴区示例路1号'), true);
  assert.equal(delivers(['吴兴区', '南浔区'], '德清县示例路1号'), false);
  assert.equal(delivers(['湖州市吴兴区'], '吴兴区示例路1号'), true);
  assert.equal(delivers(['湖州市'], '吴兴区示例路1号'), true);
  assert.equal(delivers(['湖州市全域'], '杭州市西湖区示例路1号'), false);
  assert.equal(delivers(['全国'], '杭州市西湖区示例路1号'), true);
  assert.equal(delivers([], '吴兴区示例路1号'), true);
});

test('what an acceptance must answer comes from the requirement', () => {
  const requirement = { indicators: [{ code: 'X1', nameZh: '可溶性汞', nameEn: 'Soluble mercury', outcome: 'NOT_TESTED', gates: true, confirmed: true }, { code: 'X2', nameZh: '密度', outcome: 'PASS', gates: true, confirmed: true }, { code: 'X3', nameZh: '星级项', outcome: 'FAIL', gates: false, confirmed: true }] };
  assert.deepEqual(itemsOf(requirement), ['model', 'papers', 'appearance', 'X1', 'X2', 'X3']);
  assert.deepEqual(namesOf(requirement, ['X1', 'X9']), { zh: '可溶性汞、X9', en: 'Soluble mercury, X9' });
  assert.deepEqual(itemsOf(null), ['model', 'papers', 'appearance']);
});

test('a delivery never exceeds the order, names its lines once, and is not empty', () => {
  const lines = [line(), line({ lineNo: 2, ordered: '10', unit: '套' })];
  assert.equal(code(deliverLines(lines, [{ lineNo: 1, quantity: '2000.000001' }], false)), 'more-than-ordered');
  assert.equal(code(deliverLines(lines, [{ lineNo: 9, quantity: '1' }], false)), 'not-found');
  assert.equal(code(deliverLines(lines, [{ lineNo: 1, quantity: '1' }, { lineNo: 1, quantity: '1' }], false)), 'line-twice');
  assert.equal(code(deliverLines(lines, [], false)), 'delivery-empty');
  const part = took(deliverLines(lines, [{ lineNo: 1, quantity: '2000' }], false));
  assert.equal(part.complete, false);
  assert.deepEqual(part.changed.map((l) => [l.lineNo, l.status, l.delivered]), [[1, 'delivered', '2000']]);
  const rest = took(deliverLines(part.lines, [{ lineNo: 2, quantity: '10' }], false));
  assert.equal(rest.complete, true);
  const last = took(deliverLines(part.lines, [], true));
  assert.deepEqual(last.lines.map((l) => [l.status, l.ended]), [['delivered', true], ['delivered', true]], 'a line that never came is settled by the buyer');
});

test('what came short is settled by what was received only when nothing more comes', () => {
  const short = arrived({ delivered: '1980' });
  const received = by({ seenDelivered: '1980', quantity: '1980' });
  assert.equal(code(settleLine(short, received)), 'more-to-come');
  const done = took(settleLine({ ...short, ended: true }, received)).line;
  assert.deepEqual([done.status, done.accepted, payableOf(done)], ['accepted', '1980', '49302.00']);
  assert.equal(amountOf(done), '49800.00');
  const wanted = took(settleLine({ ...short, ended: true }, { ...received, handling: 'replenish' })).line;
  assert.deepEqual([wanted.status, wanted.accepted, wanted.ended], ['replenishing', '1980', false]);
  const again = took(deliverLines([wanted], [{ lineNo: 1, quantity: '20' }], false));
  assert.equal(again.complete, true);
  const whole = took(settleLine(again.lines[0]!, by({ quantity: '20' }))).line;
  assert.deepEqual([whole.status, whole.accepted, payableOf(whole)], ['accepted', '2000', '49800.00']);
});

test('every item of the requirement is answered, and what is not met is not accepted', () => {
  assert.equal(code(settleLine(arrived(), by({ findings: [] }))), 'requirement-unanswered');
  assert.equal(code(settleLine(arrived(), by({ findings: [met[0]!, { item: 'X1', met: false, note: '超差' }] }))), 'requirement-not-met');
  assert.equal(code(settleLine(arrived(), by({ findings: [...met, { item: 'Y9', met: true, note: null }] }))), 'requirement-unknown');
});

test('refusals of an acceptance', () => {
  assert.equal(code(settleLine(arrived(), by({ quantity: '2000.1' }))), 'more-than-delivered');
  assert.equal(code(settleLine(arrived(), by({ quantity: '-1' }))), 'quantity-not-a-number');
  assert.equal(code(settleLine(arrived(), by({ seenDelivered: '1990' }))), 'changed-meanwhile');
  assert.equal(code(settleLine(arrived({ status: 'accepted' }), by())), 'line-not-awaiting-acceptance');
  assert.equal(code(settleLine(arrived(), by({ quantity: '1990' }))), 'reason-missing', 'what goes back has a reason');
  assert.equal(code(settleLine(arrived(), by({ handling: 'replenish' }))), 'nothing-missing');
  assert.equal(code(settleLine(arrived(), by({ handling: 'refuse', remedy: 'return' }))), 'reason-missing');
  assert.equal(code(settleLine(arrived(), by({ handling: 'refuse', reason: '划痕' }))), 'remedy-missing');
  assert.equal(code(settleLine(arrived({ delivered: '0', ended: true }), by({ seenDelivered: '0', handling: 'refuse', remedy: 'return', reason: '划痕' }))), 'nothing-delivered');
  for (const reducedPrice of [null, '24.90', '0.00', '-1', '20.123']) assert.equal(code(settleLine(arrived(), by({ handling: 'refuse', remedy: 'price-reduction', reason: '色差', reducedPrice }))), 'reduction-not-lower', String(reducedPrice));
});

test('remedies: replaced goods come again, returned ones are not paid, a lower price needs the supplier', () => {
  const replaced = took(settleLine(arrived(), by({ handling: 'refuse', remedy: 'replace', reason: '划痕' }))).line;
  assert.deepEqual([replaced.status, replaced.delivered, replaced.returned], ['replacing', '0', '2000']);
  assert.equal(took(deliverLines([replaced], [{ lineNo: 1, quantity: '2000' }], false)).lines[0]!.status, 'delivered');
  const returned = took(settleLine(arrived(), by({ handling: 'refuse', remedy: 'return', reason: '划痕' }))).line;
  assert.deepEqual([returned.status, payableOf(returned)], ['returned', '0.00']);
  const proposed = took(settleLine(arrived(), by({ handling: 'refuse', remedy: 'price-reduction', reason: '色差', reducedPrice: '20.00' }))).line;
  assert.equal(payableOf(proposed), '0.00', 'not before the supplier agrees');
  const agreed = took(answerReduction(proposed, true, '20.00' as Money));
  assert.deepEqual([agreed.status, payableOf(agreed)], ['accepted', '40000.00']);
  assert.equal(took(answerReduction(proposed, false, '20.00' as Money)).status, 'delivered');
  assert.equal(code(answerReduction(agreed, true, '20.00' as Money)), 'line-awaits-no-answer');
  const never = took(settleLine(arrived({ delivered: '0', ended: true }), by({ seenDelivered: '0', quantity: '0', findings: [] }))).line;
  assert.equal(never.status, 'undelivered');
});

/** Any order of acts, each taken or refused. */
test('accepted ≤ delivered ≤ ordered and payable ≤ amount, whatever anybody does', () => {
  const quantity = fc.constantFrom('0', '0.5', '1', '3', '7.25', '10');
  const step = fc.record({
    act: fc.constantFrom('deliver', 'last', 'settle', 'answer'), quantity,
    handling: fc.constantFrom('as-received', 'replenish', 'refuse'), remedy: fc.constantFrom('replace', 'return', 'price-reduction'), agrees: fc.boolean(),
  });
  let ended = 0;
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
    let now = line({ ordered: '10', price: '0.33' as Money });
    for (const s of steps) {
      const before = now;
      if (s.act === 'deliver' || s.act === 'last') {
        const result = deliverLines([now], s.act === 'last' ? [] : [{ lineNo: 1, quantity: s.quantity }], s.act === 'last');
        if (result.ok) now = result.value.lines[0]!;
      } else if (s.act === 'settle') {
        const result = settleLine(now, { seenDelivered: now.delivered, handling: s.handling as 'refuse', quantity: s.quantity, remedy: s.remedy as 'return', reducedPrice: '0.11', reason: 'x', findings: met });
        if (result.ok) now = result.value.line;
      } else {
        const result = answerReduction(now, s.agrees, '0.11' as Money);
        if (result.ok) now = result.value;
      }
      if (settled(before.status)) assert.equal(now, before, 'a settled line stays as it is');
      assert.ok(dec(now.accepted).gte(0) && dec(now.accepted).lte(now.delivered) && dec(now.delivered).lte(now.ordered) && dec(now.reduced).lte(now.accepted), JSON.stringify(now));
      assert.ok(dec(payableOf(now)).lte(amountOf(now)));
    }
    if (settled(now.status)) ended += 1;
  }), { numRuns: 2_000, seed: 7 });
  assert.ok(ended > 100, `${ended} walks came to an end`);
});

test('an order total is the sum of its rounded lines', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 1_000_000_000 })), { minLength: 1, maxLength: 20 }), (pairs) => {
    const amounts = pairs.map(([fen, micro]) => lineTotal(dec(fen).div(100).toFixed(2), dec(micro).div(1_000_000).toFixed(6)));
    assert.equal(dec(sumMoney(amounts)).times(100).toFixed(0), amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n).toString());
  }));
});

const order = (change: Partial<OrderState> = {}): OrderState => ({
  id: 'o', number: 'DD-20261122-7K3QX', buyerOrganisationId: 'b', supplierOrganisationId: 's', status: 'placed', total: '49800.00' as Money, placedOn: day('2026-11-22'), version: 1, lines: [line()], ...change,
});

test('who may do what, by side and role', () => {
  assert.equal(sideOf(order(), 'b'), 'buyer');
  assert.equal(sideOf(order(), 'x'), undefined);
  assert.equal(sideOf(order(), null), undefined);
  const may = (change: Partial<OrderState>, side: 'buyer' | 'supplier', role: 'buyer.purchaser' | 'buyer.approver' | 'supplier.clerk'): string[] =>
    Object.entries(abilitiesOf(order(change), side, [role])).filter(([, allowed]) => allowed).map(([name]) => name);
  assert.deepEqual(may({}, 'supplier', 'supplier.clerk'), ['confirm', 'decline']);
  assert.deepEqual(may({}, 'buyer', 'buyer.purchaser'), ['cancel']);
  assert.deepEqual(may({}, 'buyer', 'buyer.approver'), []);
  assert.deepEqual(may({ status: 'confirmed' }, 'supplier', 'supplier.clerk'), ['deliver']);
  assert.deepEqual(may({ status: 'delivered', lines: [arrived()] }, 'buyer', 'buyer.purchaser'), ['settle']);
  assert.deepEqual(may({ status: 'delivered', lines: [arrived()] }, 'supplier', 'supplier.clerk'), []);
  assert.deepEqual(may({ status: 'accepting', lines: [arrived({ status: 'accepted', accepted: '2000' })] }, 'buyer', 'buyer.purchaser'), ['sign']);
  assert.deepEqual(may({ status: 'delivering', lines: [arrived({ status: 'returned' })] }, 'buyer', 'buyer.purchaser'), ['sign'], 'goods sent back leave nothing to deliver');
  assert.deepEqual(may({ status: 'accepting', lines: [arrived({ status: 'reduction-proposed' })] }, 'supplier', 'supplier.clerk'), ['answerReduction']);
  assert.deepEqual(may({ status: 'accepted' }, 'buyer', 'buyer.purchaser'), ['recordPayment']);
  assert.deepEqual(may({ status: 'closed' }, 'buyer', 'buyer.purchaser'), []);
});

test('a state is marked for the side that must act', () => {
  assert.deepEqual(orderView(order(), 'supplier'), { code: 'placed', mark: 'attention' });
  assert.deepEqual(orderView(order(), 'buyer'), { code: 'placed', mark: 'todo' });
  const both = order({ status: 'accepting', lines: [arrived(), line({ status: 'replacing' })] });
  assert.equal(orderView(both, 'buyer').code, 'accepting');
  assert.deepEqual(orderView(both, 'supplier'), { code: 'to-deliver-again', mark: 'attention' });
  assert.equal(lineView(arrived({ status: 'accepted', accepted: '1980' }), order({ status: 'accepting' }), 'buyer').code, 'accepted-short');
  assert.equal(lineView(line(), order({ status: 'cancelled' }), 'buyer').code, 'not-made');
});
