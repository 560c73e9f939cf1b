import type { Life } from '#kernel/transitions.ts';

/**
 * The life of one line. `delivered`: the buyer must settle it. `replenishing`, `replacing`: the supplier must deliver again.
 * `reduction-proposed`: the buyer asks for a lower price and the supplier must answer.
 * Final: `accepted` (with whatever quantity), `returned` (the last goods went back), `undelivered` (nothing ever came).
 */
export const LINE_STATUSES = ['awaiting', 'delivered', 'replenishing', 'replacing', 'reduction-proposed', 'accepted', 'returned', 'undelivered'] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];
export type LineAct = 'deliver' | 'end-deliveries' | 'accept' | 'accept-part' | 'settle-undelivered' | 'replace' | 'return' | 'propose-reduction' | 'agree-reduction' | 'reject-reduction';

const PERFORM = '政府采购法第四十三条：按合同约定履行';
const ACCEPT = '实施条例第四十五条：按合同规定的技术、服务、安全标准逐项验收';
const DEFECT = '民法典第五百八十二条：履行不符合约定的，可以要求更换、退货、减少价款';
const AGREED = '政府采购法第五十条：减少价款须双方同意';

export const lineLife: Life<LineStatus, LineAct> = {
  initial: 'awaiting',
  final: ['accepted', 'returned', 'undelivered'],
  transitions: [
    ...(['awaiting', 'replenishing', 'replacing'] as const).flatMap((from) => [
      { from, act: 'deliver', to: 'delivered', basis: PERFORM } as const,
      { from, act: 'end-deliveries', to: 'delivered', basis: PERFORM } as const,
    ]),
    { from: 'delivered', act: 'deliver', to: 'delivered', basis: PERFORM },
    { from: 'delivered', act: 'accept', to: 'accepted', basis: ACCEPT },
    { from: 'delivered', act: 'accept-part', to: 'replenishing', basis: ACCEPT },
    { from: 'delivered', act: 'settle-undelivered', to: 'undelivered', basis: ACCEPT },
    { from: 'delivered', act: 'replace', to: 'replacing', basis: DEFECT },
    { from: 'delivered', act: 'return', to: 'returned', basis: DEFECT },
    { from: 'delivered', act: 'propose-reduction', to: 'reduction-proposed', basis: DEFECT },
    { from: 'reduction-proposed', act: 'agree-reduction', to: 'accepted', basis: AGREED },
    { from: 'reduction-proposed', act: 'reject-reduction', to: 'delivered', basis: AGREED },
  ],
};

/** Nothing more happens to a settled line. */
export const settled = (status: LineStatus): boolean => lineLife.final.includes(status);
/** Lines for which the supplier may still bring goods. */
export const deliverable = (status: LineStatus): boolean => ['awaiting', 'delivered', 'replenishing', 'replacing'].includes(status);
