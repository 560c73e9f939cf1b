import { pages } from '#web/route.ts';

export const routes = pages(
  { place: 'city', path: 'privacy', load: () => import('./map/page.tsx'), title: { 'zh-CN': '个人信息目录', en: 'What is kept of people' }, foot: true },
  { place: 'work', path: 'my-data', load: () => import('./mine/page.tsx'), title: { 'zh-CN': '我的个人信息', en: 'My data' }, rail: { group: 'work', order: 90 } },
  {
    place: 'work', path: 'erasures', load: () => import('./desk/page.tsx'), title: { 'zh-CN': '删除申请', en: 'Requests for erasure' },
    rail: { group: 'oversight', order: 80, for: (who) => who.roles.includes('operator.administrator') },
  },
);
