import type { DataMap } from '#kernel/data-map.ts';

const PURCHASE = { ground: 'duty', keep: 'purchase' } as const;

export const dataMap: DataMap = {
  'purchases.basket_line': {
    plain: ['city_id', 'organisation_id', 'listing_id', 'quantity', 'added_at'],
    mapped: { added_by: { is: ['放入选购单的人', 'who put it into the basket'], class: 'pseudonym', of: 'added_by', ground: 'duty', keep: 'account', erase: 'stays' } },
  },
  'purchases.approval_rule': {
    plain: ['city_id', 'id', 'organisation_id', 'valid_from', 'bands', 'set_at'],
    mapped: { set_by: { is: ['设定审批规则的人', 'who set the rule of approval'], class: 'pseudonym', of: 'set_by', ground: 'duty', keep: 'account', erase: 'stays' } },
  },
  'purchases.request': {
    plain: ['city_id', 'id', 'organisation_id', 'status', 'requested_at', 'address', 'required_on', 'lines', 'total', 'rule_id', 'approvals', 'orders', 'changed_at'],
    from: "case when t.status <> 'awaiting-approval' then t.changed_at end",
    mapped: {
      requested_by: { is: ['申请采购的人', 'who asked for the purchase'], class: 'pseudonym', of: 'requested_by', ...PURCHASE, erase: 'stays' },
      contact: { is: ['收货联系人', 'contact person for the delivery'], class: 'name', of: { named: 'contact', organisation: 'organisation_id' }, ...PURCHASE, erase: 'blank' },
      phone: { is: ['收货联系电话', 'telephone for the delivery'], class: 'contact', of: { named: 'contact', organisation: 'organisation_id' }, ...PURCHASE, erase: 'blank' },
      note: { is: ['申请备注', 'note on the purchase'], class: 'statement', of: 'requested_by', ...PURCHASE, erase: 'null' },
      internal_note: { is: ['采购单位内部备注', 'internal note of the buying unit'], class: 'organisation-secret', of: 'requested_by', ground: 'organisation-secret', keep: 'purchase', erase: 'null' },
    },
  },
  'purchases.approval': {
    plain: ['city_id', 'request_id', 'decision', 'at'],
    from: "(select case when r.status <> 'awaiting-approval' then r.changed_at end from purchases.request r where r.city_id = t.city_id and r.id = t.request_id)",
    mapped: {
      person_id: { is: ['审批的人', 'who approved or returned'], class: 'pseudonym', of: 'person_id', ...PURCHASE, erase: 'stays' },
      reason: { is: ['退回理由', 'reason for returning'], class: 'statement', of: 'person_id', ...PURCHASE, erase: 'null' },
    },
  },
};
