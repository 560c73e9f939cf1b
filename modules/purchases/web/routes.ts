import { pages } from '#web/route.ts';

export const routes = pages({
  place: 'work', path: 'basket', load: () => import('./basket/page.tsx'), title: { 'zh-CN': '选购单', en: 'Basket' },
  rail: { group: 'procurement', order: 30, for: (who) => who.roles.some((role) => role === 'buyer.purchaser' || role === 'buyer.approver') },
});
