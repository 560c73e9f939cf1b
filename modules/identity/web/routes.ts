import { pages } from '#web/route.ts';

export const routes = pages(
  { place: 'work', path: 'account', load: () => import('./account/page.tsx'), title: { 'zh-CN': '账号与安全', en: 'Account and security' } },
  { place: 'site', path: 'invitation', load: () => import('./invitation/page.tsx'), title: { 'zh-CN': '接受邀请', en: 'Invitation' } },
  { place: 'work', path: 'my-rights', load: () => import('./rights/page.tsx'), title: { 'zh-CN': '我的权限', en: 'My rights' }, rail: { group: 'work', order: 90 } },
  {
    place: 'work', path: 'people', load: () => import('./people/page.tsx'), title: { 'zh-CN': '本单位人员', en: 'People of the unit' },
    rail: { group: 'people', order: 70, for: (who) => who.roles.includes('unit.administrator') },
  },
  {
    place: 'work', path: 'units', load: () => import('./units/page.tsx'), title: { 'zh-CN': '本市单位', en: 'Units of the city' },
    rail: { group: 'people', order: 60, for: (who) => who.roles.some((role) => role === 'housing.officer' || role === 'centre.reviewer') },
  },
  { place: 'work', path: 'units/$unit', load: () => import('./units/unit-page.tsx'), title: { 'zh-CN': '单位人员', en: 'People of a unit' } },
);
