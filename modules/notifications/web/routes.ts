import { pages } from '#web/route.ts';

export const routes = pages(
  { place: 'work', path: 'notifications', load: () => import('./list/page.tsx'), title: { 'zh-CN': '消息', en: 'Notifications' }, rail: { group: 'work', order: 90 } },
  { place: 'work', path: 'notifications/settings', load: () => import('./settings/page.tsx'), title: { 'zh-CN': '提醒方式', en: 'How you are told' } },
  { place: 'work', path: 'notifications/sent', load: () => import('./record/page.tsx'), title: { 'zh-CN': '发送记录', en: 'What was sent to you' } },
  { place: 'work', path: 'messages', load: () => import('./record/messages-page.tsx'), title: { 'zh-CN': '发送情况', en: 'Messages sent' }, rail: { group: 'oversight', order: 40, for: (who) => who.kind === 'operator' } },
);
