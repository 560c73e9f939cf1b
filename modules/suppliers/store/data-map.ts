import type { DataMap } from '#kernel/data-map.ts';

/** Whether the record of an admission belongs to the procurement documents of 政府采购法 art. 42 no source at hand says: a person decides. */
export const dataMap: DataMap = {
  'suppliers.supplier': {
    plain: ['organisation_id', 'kind', 'address', 'created_at'],
    mapped: {
      contact_name: { is: ['供应商联系人', 'contact person of the supplier'], class: 'name', of: { named: 'contact_name', organisation: 'organisation_id' }, ground: 'duty', keep: 'account', erase: 'blank' },
      phone: { is: ['供应商联系电话', 'telephone of the supplier’s contact person'], class: 'contact', of: { named: 'contact_name', organisation: 'organisation_id' }, ground: 'duty', keep: 'account', erase: 'blank' },
    },
  },
  'suppliers.admission': 'plain',
  'suppliers.admission_evidence': 'plain',
  'suppliers.submission': {
    plain: ['city_id', 'admission_id', 'round', 'rule_set', 'submitted_at'],
    mapped: { submitted_by: { is: ['入驻申请提交人', 'who submitted the admission'], class: 'pseudonym', of: 'submitted_by', ground: 'duty', keep: 'unsettled', erase: 'stays' } },
  },
  'suppliers.decision': {
    plain: ['city_id', 'admission_id', 'round', 'decision', 'decided_at'],
    mapped: {
      decided_by: { is: ['入驻审核人', 'who decided on the admission'], class: 'pseudonym', of: 'decided_by', ground: 'duty', keep: 'unsettled', erase: 'stays' },
      reasons: { is: ['入驻审核意见', 'reasons of the decision'], class: 'statement', of: 'decided_by', ground: 'duty', keep: 'unsettled', erase: 'blank' },
    },
  },
  'suppliers.evidence_verdict': {
    plain: ['city_id', 'admission_id', 'round', 'kind', 'evidence_id', 'accepted'],
    mapped: {
      reason: {
        is: ['对一份材料的审核意见', 'reason about one piece of evidence'], class: 'statement',
        of: { parent: 'suppliers.decision', by: { city_id: 'city_id', admission_id: 'admission_id', round: 'round' }, of: 'decided_by' }, ground: 'duty', keep: 'unsettled', erase: 'null',
      },
    },
  },
};
