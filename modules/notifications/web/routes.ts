import { pages } from '#web/route.ts';

export const routes = pages({ place: 'work', path: 'notifications', load: () => import('./list/page.tsx'), title: { 'zh-CN': '消息', en: 'Notifications' }, rail: { group: 'work', order: 90 } });
