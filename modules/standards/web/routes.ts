import { pages } from '#web/route.ts';

export const routes = pages(
  { place: 'city', path: 'standards', load: () => import('./edition/page.tsx'), title: { 'zh-CN': '数字标准', en: 'Digital standard' }, nav: 'standards' },
  { place: 'city', path: 'standards/$kind', load: () => import('./kind/page.tsx'), title: { 'zh-CN': '指标与限值', en: 'Indicators and limits' } },
  {
    place: 'work',
    path: 'limits',
    load: () => import('./desk/page.tsx'),
    title: { 'zh-CN': '限值确认', en: 'Limits' },
    // Who may open the desk; whether one may decide there comes with its data.
    rail: { group: 'rules', order: 10, for: (who) => who.roles.some((role) => ['housing.officer', 'centre.reviewer', 'finance.supervisor'].includes(role)) },
  },
);
