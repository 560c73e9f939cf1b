import type { DataMap } from '#kernel/data-map.ts';

export const dataMap: DataMap = {
  'privacy.export': {
    plain: ['id', 'state', 'rows', 'asked_at', 'ready_at', 'ends_at'],
    from: 't.asked_at',
    mapped: { person_id: { is: ['申请副本的人', 'who asked for a copy'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'passing', erase: 'row' } },
  },
  'privacy.export_part': {
    plain: ['export_id', 'part_no'],
    from: '(select e.asked_at from privacy.export e where e.id = t.export_id)',
    mapped: { body: { is: ['个人信息副本', 'copy of one’s data'], class: 'document', of: { parent: 'privacy.export', by: { export_id: 'id' }, of: 'person_id' }, ground: 'duty', keep: 'passing', erase: 'row' } },
  },
  // That somebody asked, who decided and why is how the platform proves that it answered (个人信息保护法 art. 50, 54); no source gives a time for it.
  'privacy.erasure': {
    plain: ['id', 'state', 'asked_at', 'first_at', 'second_at', 'refused_at', 'done_at'],
    mapped: {
      person_id: { is: ['申请删除的人', 'who asked for erasure'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'unsettled', erase: 'stays' },
      first_by: { is: ['同意删除的第一人', 'who agreed first'], class: 'pseudonym', of: 'first_by', ground: 'duty', keep: 'unsettled', erase: 'stays' },
      second_by: { is: ['同意删除的第二人', 'who agreed second'], class: 'pseudonym', of: 'second_by', ground: 'duty', keep: 'unsettled', erase: 'stays' },
      refused_by: { is: ['不予删除的经办人', 'who refused the erasure'], class: 'pseudonym', of: 'refused_by', ground: 'duty', keep: 'unsettled', erase: 'stays' },
      reason: { is: ['不予删除的理由', 'why the erasure was refused'], class: 'statement', of: 'refused_by', ground: 'duty', keep: 'unsettled', erase: 'null' },
    },
  },
  'privacy.outcome': 'plain',
  'privacy.restricted': 'plain',
};
