import type { DataMap } from '#kernel/data-map.ts';

export const dataMap: DataMap = {
  'notifications.notification': {
    plain: ['id', 'organisation_id', 'city_id', 'code', 'subject_kind', 'subject_id', 'path', 'cause', 'created_at'],
    mapped: {
      // Told to an organisation, in words of a wording; only the reasons among the facts are somebody's own.
      facts: { is: ['消息所述事实（含办理理由）', 'facts of a notification (reasons among them)'], class: 'statement', of: 'nobody', ground: 'duty', keep: 'unsettled', erase: 'blank' },
    },
  },
  'notifications.read_up_to': {
    plain: ['organisation_id', 'up_to'],
    mapped: { person_id: { is: ['已读到哪里的人', 'who read up to there'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'account', erase: 'stays' } },
  },
  'notifications.read_one': {
    plain: ['notification_id'],
    mapped: {
      person_id: { is: ['阅读消息的人', 'who read the notification'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'account', erase: 'stays' },
      read_at: { is: ['阅读时间', 'when it was read'], class: 'conduct', of: 'person_id', ground: 'duty', keep: 'account', erase: 'row' },
    },
  },
};
