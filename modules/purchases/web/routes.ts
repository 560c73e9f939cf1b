import { pages } from '#web/route.ts';

const BUYS = (who: { roles: readonly string[] }): boolean => who.roles.some((role) => role === 'buyer.purchaser' || role === 'buyer.approver');

export const routes = pages(
  { place: 'work', path: 'basket', load: () => import('./basket/page.tsx'), title: { 'zh-CN': '选购单', en: 'Basket' }, rail: { group: 'procurement', order: 30, for: BUYS } },
  { place: 'work', path: 'approvals', load: () => import('./approvals/page.tsx'), title: { 'zh-CN': '采购审批', en: 'Approvals' }, rail: { group: 'procurement', order: 35, for: BUYS } },
  {
    place: 'work', path: 'approval-rule', load: () => import('./rule/page.tsx'), title: { 'zh-CN': '审批规则', en: 'Rules of approval' },
    rail: { group: 'procurement', order: 36, for: (who) => who.kind === 'buyer' && (BUYS(who) || who.roles.includes('unit.administrator')) },
  },
);
