import type { DataMap } from '#kernel/data-map.ts';

const PURCHASE = { ground: 'duty', keep: 'purchase' } as const;

/** A purchase has ended when its order can change no more; only then do the fifteen years begin (政府采购法 art. 42). */
const ENDED = "case when t.status in ('declined', 'cancelled', 'closed') then t.changed_at end";
const ORDER_ENDED = "(select case when c.status in ('declined', 'cancelled', 'closed') then c.changed_at end from orders.contract c where c.city_id = t.city_id and c.id = t.order_id)";

export const dataMap: DataMap = {
  'orders.requirement': 'plain',
  'orders.placing_hold': 'plain',
  'orders.contract': {
    plain: ['city_id', 'id', 'number', 'buyer_organisation_id', 'supplier_organisation_id', 'status', 'address', 'required_on', 'total', 'payable', 'version', 'placed_at', 'changed_at', 'paid_on', 'voucher', 'acceptance_code'],
    from: ENDED,
    mapped: {
      contact: { is: ['收货联系人', 'contact person for the delivery'], class: 'name', of: { named: 'contact', organisation: 'buyer_organisation_id' }, ...PURCHASE, erase: 'blank' },
      phone: { is: ['收货联系电话', 'telephone for the delivery'], class: 'contact', of: { named: 'contact', organisation: 'buyer_organisation_id' }, ...PURCHASE, erase: 'blank' },
      note: { is: ['订单备注', 'note on the order'], class: 'statement', of: 'placed_by', ...PURCHASE, erase: 'null' },
      internal_note: { is: ['采购单位内部备注', 'internal note of the buying unit'], class: 'organisation-secret', of: 'placed_by', ground: 'organisation-secret', keep: 'purchase', erase: 'null' },
      placed_by: { is: ['下单人', 'who placed the order'], class: 'pseudonym', of: 'placed_by', ...PURCHASE, erase: 'stays' },
      members: { is: ['参加验收并签字的人员', 'who took part in the acceptance and signed'], class: 'name', of: { named: 'members', organisation: 'buyer_organisation_id' }, ...PURCHASE, erase: 'null' },
    },
  },
  'orders.line': 'plain',
  'orders.delivery': {
    plain: ['city_id', 'order_id', 'delivery_no', 'last', 'delivered_at'],
    from: ORDER_ENDED,
    mapped: {
      note: { is: ['送货备注', 'note on the delivery'], class: 'statement', of: 'person_id', ...PURCHASE, erase: 'null' },
      carrier: { is: ['承运人、车号', 'carrier, number plate'], class: 'statement', of: 'person_id', ...PURCHASE, erase: 'null' },
      person_id: { is: ['登记送货的人', 'who recorded the delivery'], class: 'pseudonym', of: 'person_id', ...PURCHASE, erase: 'stays' },
    },
  },
  'orders.delivery_line': 'plain',
  'orders.settlement': {
    plain: ['city_id', 'order_id', 'line_no', 'settlement_no', 'handling', 'remedy', 'accepted', 'sent_back', 'reduced_price', 'agreed', 'settled_at'],
    from: ORDER_ENDED,
    mapped: {
      reason: { is: ['验收处理理由', 'reason of the acceptance'], class: 'statement', of: 'person_id', ...PURCHASE, erase: 'null' },
      findings: { is: ['逐项验收记录', 'findings of the acceptance'], class: 'statement', of: 'person_id', ...PURCHASE, erase: 'blank' },
      // The supplier's words; their writer stands in the moment of the timeline.
      answer: { is: ['供应商对减价的答复', 'the supplier’s answer to a lower price'], class: 'statement', of: 'nobody', ...PURCHASE, erase: 'null' },
      person_id: { is: ['验收经办人', 'who accepted the goods'], class: 'pseudonym', of: 'person_id', ...PURCHASE, erase: 'stays' },
    },
  },
  'orders.moment': {
    plain: ['city_id', 'order_id', 'seq', 'act', 'line_no', 'organisation_id', 'at'],
    from: ORDER_ENDED,
    mapped: {
      facts: { is: ['办理过程中的说明', 'what was said at a step of the order'], class: 'statement', of: 'person_id', ...PURCHASE, erase: 'blank' },
      person_id: { is: ['办理人', 'who acted'], class: 'pseudonym', of: 'person_id', ...PURCHASE, erase: 'stays' },
    },
  },
};
