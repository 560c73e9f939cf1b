import type { DataMap } from '#kernel/data-map.ts';

/** An entry names people by their ids alone: what the record proves stays provable after an account is erased. */
export const dataMap: DataMap = {
  'ledger.entry': {
    plain: ['id', 'city_id', 'kind', 'hash', 'told_at', 'real_at'],
    mapped: {
      subject: { is: ['账本记录的对象（可为人员编号）', 'what a ledger entry is about (may be the id of a person)'], class: 'pseudonym', of: 'subject', ground: 'duty', keep: 'unsettled', erase: 'stays' },
      content: { is: ['账本记录：谁（编号）在何时做了什么', 'ledger entry: who (by id) did what and when'], class: 'pseudonym', of: { json: 'content', key: 'person' }, ground: 'duty', keep: 'unsettled', erase: 'stays' },
    },
  },
  'ledger.link': 'plain',
  'ledger.waiting': 'plain',
};
