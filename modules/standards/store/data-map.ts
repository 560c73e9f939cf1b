import type { DataMap } from '#kernel/data-map.ts';

/** What an officer confirmed is an official act under their office; how long the record of it is kept no source at hand says. */
export const dataMap: DataMap = {
  'standards.adoption': {
    plain: ['city_id', 'edition_id', 'effective_from', 'adopted_at'],
    mapped: { adopted_by: { is: ['采用标准版本的经办人', 'who adopted the edition'], class: 'pseudonym', of: 'adopted_by', ground: 'duty', keep: 'unsettled', erase: 'stays' } },
  },
  'standards.limit_decision': {
    plain: ['city_id', 'edition_id', 'indicator_code', 'decision', 'clause', 'page', 'organisation_id', 'decided_at'],
    mapped: {
      person_id: { is: ['确认限值的经办人', 'who decided on the limit'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'unsettled', erase: 'stays' },
      note: { is: ['确认限值时的备注', 'note on the limit'], class: 'statement', of: 'person_id', ground: 'duty', keep: 'unsettled', erase: 'null' },
    },
  },
};
