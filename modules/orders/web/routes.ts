import { pages, type PageRoute } from '#web/route.ts';

type Who = NonNullable<NonNullable<PageRoute['rail']>['for']>;
const buys: Who = (who) => who.roles.some((role) => role === 'buyer.purchaser' || role === 'buyer.approver');
const sells: Who = (who) => who.roles.includes('supplier.clerk');

export const routes = pages(
  { place: 'work', path: 'orders', load: () => import('./list/page.tsx'), title: { 'zh-CN': '订单与验收', en: 'Orders' }, rail: { group: 'procurement', order: 40, for: (who) => buys(who) || sells(who) } },
  { place: 'work', path: 'orders/$orderId', load: () => import('./order/page.tsx'), title: { 'zh-CN': '订单', en: 'Order' } },
);
