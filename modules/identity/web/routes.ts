import { pages } from '#web/route.ts';

export const routes = pages({ place: 'work', path: 'account', load: () => import('./account/page.tsx'), title: { 'zh-CN': '账号与安全', en: 'Account and security' } });
