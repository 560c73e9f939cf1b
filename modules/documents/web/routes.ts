import { pages, type PageRoute } from '#web/route.ts';

const holder: NonNullable<PageRoute['rail']>['for'] = (who) => who.roles.includes('supplier.clerk');
const reviewer: NonNullable<PageRoute['rail']>['for'] = (who) => who.roles.includes('centre.reviewer');

export const routes = pages(
  { place: 'work', path: 'evidence', load: () => import('./mine/page.tsx'), title: { 'zh-CN': '证明材料', en: 'Evidence' }, rail: { group: 'supply', order: 40, for: holder! } },
  { place: 'work', path: 'evidence/new', load: () => import('./submit/page.tsx'), title: { 'zh-CN': '提交证明材料', en: 'Submit evidence' } },
  { place: 'work', path: 'evidence/$evidence', load: () => import('./own/page.tsx'), title: { 'zh-CN': '证明材料', en: 'Evidence' } },
  { place: 'work', path: 'evidence-desk', load: () => import('./desk/page.tsx'), title: { 'zh-CN': '证明材料确认', en: 'Evidence to confirm' }, rail: { group: 'supply', order: 30, for: reviewer! } },
  { place: 'work', path: 'evidence-desk/$evidence', load: () => import('./check/page.tsx'), title: { 'zh-CN': '核对证明材料', en: 'Check evidence' } },
);
