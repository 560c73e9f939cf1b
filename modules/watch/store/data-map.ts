import type { DataMap } from '#kernel/data-map.ts';

export const dataMap: DataMap = {
  'watch.observation': 'plain',
  'watch.refusal': {
    plain: ['id', 'organisation_id', 'status', 'times'],
    from: 't.noted_at',
    mapped: {
      noted_at: { is: ['被拒绝请求的时间', 'when requests were refused'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
      route: { is: ['被拒绝的请求（地址模板）', 'what was refused (template of the address)'], class: 'conduct', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'row' },
      person_id: { is: ['请求被拒绝的人', 'whose requests were refused'], class: 'pseudonym', of: 'person_id', ground: 'security', keep: 'network-log', erase: 'stays' },
    },
  },
};
