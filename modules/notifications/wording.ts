export const wording = {
  'zh-CN': { 'notifications.notice.unworded': '有一条新的进展，请查看。' },
  en: { 'notifications.notice.unworded': 'There is news; please look.' },
} as const;
