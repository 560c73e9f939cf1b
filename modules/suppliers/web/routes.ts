import { pages } from '#web/route.ts';

export const routes = pages(
  { place: 'city', path: 'suppliers', load: () => import('./listed/page.tsx'), title: { 'zh-CN': '入驻供应商', en: 'Suppliers' } },
  { place: 'city', path: 'join', load: () => import('./join/page.tsx'), title: { 'zh-CN': '供应商入驻', en: 'Join as a supplier' } },
  {
    place: 'work', path: 'admission', load: () => import('./admission/page.tsx'), title: { 'zh-CN': '入驻申请', en: 'Admission' },
    rail: { group: 'supply', order: 10, for: (who) => who.roles.includes('supplier.clerk') },
  },
  {
    place: 'work', path: 'admissions', load: () => import('./desk/queue-page.tsx'), title: { 'zh-CN': '供应商准入', en: 'Admissions' },
    rail: { group: 'people', order: 10, for: (who) => who.roles.includes('centre.reviewer') },
  },
  { place: 'work', path: 'admissions/$admission', load: () => import('./desk/review-page.tsx'), title: { 'zh-CN': '准入审核', en: 'Review of an admission' } },
);
