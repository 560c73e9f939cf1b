import type { Life } from '#kernel/transitions.ts';

/**
 * The life of an order, which is the contract between a buying unit and a supplier.
 * `placed`: the supplier has not answered. `delivering`: more is to come. `delivered`: the supplier says that nothing more comes.
 * `accepting`: at least one line is settled after that. `accepted`: the acceptance paper is signed. `closed`: the money is paid.
 */
export const ORDER_STATUSES = ['placed', 'declined', 'cancelled', 'confirmed', 'delivering', 'delivered', 'accepting', 'accepted', 'closed'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_ACTS = ['confirm', 'decline', 'cancel', 'deliver-part', 'deliver-rest', 'settle-line', 'answer-reduction', 'sign-acceptance', 'record-payment'] as const;
export type OrderAct = (typeof ORDER_ACTS)[number];

const WRITTEN = '政府采购法第四十三条、第四十四条：权利义务以书面合同约定';
const BINDING = '政府采购法第五十条：双方不得擅自变更、中止或者终止合同';
const BEFORE = '平台订单规则：供应商确认前合同尚未成立，采购人可以撤回';
const PERFORM = '政府采购法第四十三条：按合同约定履行';
const ACCEPT = '政府采购法第四十一条、实施条例第四十五条：采购人组织验收，逐项核对';
const SIGN = '政府采购法第四十一条：验收方成员在验收书上签字';
const PAY = '实施条例第五十一条：按合同约定及时支付采购资金';

export const orderLife: Life<OrderStatus, OrderAct> = {
  initial: 'placed',
  final: ['declined', 'cancelled', 'closed'],
  transitions: [
    { from: 'placed', act: 'confirm', to: 'confirmed', basis: WRITTEN },
    { from: 'placed', act: 'decline', to: 'declined', basis: WRITTEN },
    { from: 'placed', act: 'cancel', to: 'cancelled', basis: BEFORE },
    { from: 'confirmed', act: 'deliver-part', to: 'delivering', basis: PERFORM },
    { from: 'confirmed', act: 'deliver-rest', to: 'delivered', basis: PERFORM },
    { from: 'delivering', act: 'deliver-part', to: 'delivering', basis: PERFORM },
    { from: 'delivering', act: 'deliver-rest', to: 'delivered', basis: PERFORM },
    // Acceptance by stages: a line that has arrived is settled while others are still on their way.
    { from: 'delivering', act: 'settle-line', to: 'delivering', basis: ACCEPT },
    { from: 'delivered', act: 'settle-line', to: 'accepting', basis: ACCEPT },
    { from: 'accepting', act: 'settle-line', to: 'accepting', basis: ACCEPT },
    // What was refused, or came short and is still wanted, is delivered again.
    { from: 'accepting', act: 'deliver-part', to: 'accepting', basis: PERFORM },
    { from: 'accepting', act: 'deliver-rest', to: 'accepting', basis: PERFORM },
    { from: 'delivering', act: 'answer-reduction', to: 'delivering', basis: BINDING },
    { from: 'accepting', act: 'answer-reduction', to: 'accepting', basis: BINDING },
    // Signed when every line is settled; a line whose goods were returned leaves nothing to deliver.
    { from: 'delivering', act: 'sign-acceptance', to: 'accepted', basis: SIGN },
    { from: 'accepting', act: 'sign-acceptance', to: 'accepted', basis: SIGN },
    { from: 'accepted', act: 'record-payment', to: 'closed', basis: PAY },
  ],
};

/** The rule an act rests on, for timeline and record; the first in the table, since an act has one basis wherever it stands. */
export const basisOf = (act: OrderAct): string => orderLife.transitions.find((t) => t.act === act)?.basis ?? '';
