export const wording = {
  'zh-CN': {
    'regulations.refusal.no-such-day': '没有这一天。请填写实际存在的日期，例如 2026-11-22。',
    'regulations.refusal.no-period': '这一项是比例，不是期限，无法推算到期日。请选择一项期限。',
    'regulations.refusal.not-in-force': '这一天早于现有法规文本的施行日（{since}），当时的规定不在平台内。请选择之后的日期，或查阅当时的文本。',
    'regulations.refusal.calendar-unknown': '国务院办公厅尚未公布所需日期的放假安排（目前已知 {from} 至 {until}），平台不推算可能出错的期限。请在安排公布后再算，或由经办人员依法确定。',
  },
  en: {
    'regulations.refusal.no-such-day': 'There is no such day. Please give a day that exists, for example 2026-11-22.',
    'regulations.refusal.no-period': 'This is a proportion, not a period: it has no last day. Please choose a period.',
    'regulations.refusal.not-in-force': 'This day lies before the text at hand came into force ({since}); what applied then is not on the platform. Please choose a later day, or consult the text of that time.',
    'regulations.refusal.calendar-unknown': 'The State Council has not yet published the holidays of the days needed (known from {from} to {until}); the platform gives no deadline that may be wrong. Please ask again once they are published, or have a person settle it by law.',
  },
} as const;
