import { pages } from '#web/route.ts';

export const routes = pages({ place: 'city', path: 'regulations', load: () => import('./page/page.tsx'), title: { 'zh-CN': '法定期限与日历', en: 'Legal periods and calendar' }, foot: true });
