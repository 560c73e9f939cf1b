import { pages } from '#web/route.ts';

export const routes = pages(
  { place: 'work', path: 'watch', load: () => import('./health/page.tsx'), title: { 'zh-CN': '运行状况', en: 'How the platform is' }, rail: { group: 'oversight', order: 10, for: (who) => who.roles.includes('operator.administrator') } },
  { place: 'work', path: 'watch/audit', load: () => import('./audit/page.tsx'), title: { 'zh-CN': '账本与安全', en: 'Ledger and security' }, rail: { group: 'oversight', order: 20, for: (who) => who.roles.includes('operator.administrator') } },
);
