import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINE_STATUSES, lineLife } from '../domain/line-life.ts';
import { LINE_VIEWS, lineView, ORDER_VIEWS, orderView, STEPS } from '../domain/order-view.ts';
import { ORDER_ACTS, ORDER_STATUSES } from '../domain/order-life.ts';
import { wording } from '../wording.ts';
import { orderWording } from './order/wording.ts';
import { stateWording } from './states/wording.ts';
import { todoWording } from './todo/wording.ts';

const SIDES = ['buyer', 'supplier'] as const;
const has = (words: Readonly<Record<string, string>>, id: string): void => assert.ok(words[id] !== undefined, id);

test('every state has a name for each side, every act its line on the timeline, in both languages', () => {
  for (const lang of ['zh-CN', 'en'] as const) {
    for (const side of SIDES) {
      for (const view of ORDER_VIEWS) has(stateWording[lang], `orders.state.${side}.${view}`);
      for (const view of LINE_VIEWS) has(orderWording[lang], `orders.line.${side}.${view}`);
    }
    for (const act of ['place', ...ORDER_ACTS]) has(orderWording[lang], `orders.moment.${act}`);
    for (const step of STEPS) has(stateWording[lang], `orders.step.${step}`);
  }
});

test('whatever must be done has its words in the list of things to do', () => {
  const lines = LINE_STATUSES.map((status) => [{ status }]);
  const both = LINE_STATUSES.flatMap((a) => LINE_STATUSES.map((b) => [{ status: a }, { status: b }]));
  for (const status of ORDER_STATUSES) for (const some of [...lines, ...both]) for (const side of SIDES) {
    const view = orderView({ status, lines: some }, side);
    if (view.mark !== 'attention') continue;
    for (const lang of ['zh-CN', 'en'] as const) for (const tail of ['', '.rule', '.act']) has(todoWording[lang], `orders.todo.${side}.${view.code}${tail}`);
  }
});

test('every act on a line leads to a state that has a name', () => {
  for (const { to } of lineLife.transitions) assert.ok((LINE_VIEWS as readonly string[]).includes(lineView({ status: to, accepted: '1', ordered: '1', reducedPrice: null }, { status: 'accepting' }, 'buyer').code));
});

test('a supplier never reads the words meant for the buyer', () => {
  for (const [id, text] of Object.entries(stateWording['zh-CN'])) if (id.startsWith('orders.state.supplier.')) assert.ok(!/待付款|待验收$|撤回$/.test(text) || text.startsWith('采购人'), `${id} ${text}`);
  assert.ok(!Object.keys(wording['zh-CN']).some((id) => id.includes('internal')));
});
