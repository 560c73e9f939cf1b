/** What the server says of the watch. */
export const wording = {
  'zh-CN': { 'watch.refusal.job-not-failed': '这个任务没有失败记录，可能已经成功，或正在执行。请刷新列表后再看。' },
  en: { 'watch.refusal.job-not-failed': 'This job has no failure: it may have succeeded, or is under way. Reload the list and look again.' },
} as const;
