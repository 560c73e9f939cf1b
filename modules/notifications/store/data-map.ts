import type { DataMap, MappedColumn } from '#kernel/data-map.ts';

const whose = (zh: string, en: string): MappedColumn => ({ is: [zh, en], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'account', erase: 'stays' });
const ofClaim = { ground: 'consent', keep: 'account', erase: 'row' } as const;

export const dataMap: DataMap = {
  'notifications.notification': {
    plain: ['id', 'organisation_id', 'city_id', 'code', 'class', 'basis', 'subject_kind', 'subject_id', 'path', 'cause', 'created_at', 'spread_at'],
    mapped: {
      // Told to an organisation, in words of a wording; only the reasons among the facts are somebody's own.
      facts: { is: ['消息所述事实（含办理理由）', 'facts of a notification (reasons among them)'], class: 'statement', of: 'nobody', ground: 'duty', keep: 'unsettled', erase: 'blank' },
    },
  },
  'notifications.read_up_to': {
    plain: ['organisation_id', 'up_to'],
    mapped: { person_id: whose('已读到哪里的人', 'who read up to there') },
  },
  'notifications.read_one': {
    plain: ['notification_id'],
    mapped: {
      person_id: whose('阅读消息的人', 'who read the notification'),
      read_at: { is: ['阅读时间', 'when it was read'], class: 'conduct', of: 'person_id', ground: 'duty', keep: 'account', erase: 'row' },
    },
  },
  'notifications.contact': {
    plain: ['channel'],
    mapped: {
      person_id: whose('接收提醒的人', 'who is reached there'),
      address: { is: ['已确认的邮箱或手机号', 'confirmed mail address or telephone'], class: 'contact', of: 'person_id', ground: 'consent', keep: 'account', erase: 'row' },
      confirmed_at: { is: ['确认地址的时间', 'when the address was confirmed'], class: 'conduct', of: 'person_id', ground: 'consent', keep: 'account', erase: 'row' },
    },
  },
  'notifications.claim': {
    plain: ['channel', 'tries'],
    mapped: {
      person_id: whose('登记地址的人', 'who named the address'),
      address: { is: ['待确认的邮箱或手机号', 'mail address or telephone that waits for its code'], class: 'contact', of: 'person_id', ...ofClaim },
      code_hash: { is: ['验证码的散列值', 'hash of the code'], class: 'credential', of: 'person_id', ...ofClaim },
      asked_at: { is: ['获取验证码的时间', 'when the code was asked for'], class: 'conduct', of: 'person_id', ...ofClaim },
      expires_at: { is: ['验证码失效时间', 'when the code expires'], class: 'conduct', of: 'person_id', ...ofClaim },
    },
  },
  'notifications.setting': {
    plain: [],
    mapped: {
      person_id: whose('设置提醒方式的人', 'whose setting it is'),
      language: { is: ['提醒使用的语言', 'language of messages'], class: 'conduct', of: 'person_id', ground: 'consent', keep: 'account', erase: 'row' },
      digest_hour: { is: ['每日汇总的时间', 'hour of the digest'], class: 'conduct', of: 'person_id', ground: 'consent', keep: 'account', erase: 'row' },
    },
  },
  'notifications.preference': {
    plain: ['channel', 'class'],
    mapped: {
      person_id: whose('选择提醒方式的人', 'who chose'),
      way: { is: ['选择的提醒方式', 'the way that was chosen'], class: 'conduct', of: 'person_id', ground: 'consent', keep: 'account', erase: 'row' },
    },
  },
  'notifications.digest': {
    plain: ['last_day', 'up_to'],
    mapped: { person_id: whose('每日汇总的收件人', 'whose digest it is') },
  },
  'notifications.message': {
    plain: ['id', 'kind', 'class', 'channel', 'city_id', 'organisation_id', 'notification_id', 'digest_day', 'code', 'until', 'state', 'reason', 'answer', 'attempts', 'not_before', 'handing_at', 'created_at', 'settled_at'],
    mapped: {
      person_id: whose('收件人', 'whom it is for'),
      sent_to: { is: ['收件地址（已遮盖）', 'mask of the address it went to'], class: 'contact', of: 'person_id', ground: 'duty', keep: 'account', erase: 'null' },
    },
  },
  'notifications.content': {
    // The sender removes the row in the moment the message is settled, three days at the most after it was written.
    plain: ['message_id', 'language'],
    from: null,
    mapped: {
      facts: { is: ['信件所述事实', 'facts of a letter'], class: 'statement', of: { parent: 'notifications.message', by: { message_id: 'id' }, of: 'person_id' }, ground: 'duty', keep: 'account', erase: 'row' },
      path: { is: ['信件中的链接', 'way that a letter leads'], class: 'credential', of: { parent: 'notifications.message', by: { message_id: 'id' }, of: 'person_id' }, ground: 'security', keep: 'account', erase: 'row' },
      address: { is: ['非本平台用户的收件地址', 'address of somebody without an account'], class: 'contact', of: 'nobody', ground: 'duty', keep: 'passing', erase: 'row' },
    },
  },
  'notifications.destination': {
    plain: ['message_id'],
    mapped: {
      person_id: whose('收件人', 'whom it went to'),
      address: { is: ['实际发往的地址', 'address it went to'], class: 'contact', of: 'person_id', ground: 'duty', keep: 'account', erase: 'row' },
    },
  },
  'notifications.attempt': 'plain',
  'notifications.reminder': 'plain',
};
