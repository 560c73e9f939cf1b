import type { DataMap } from '#kernel/data-map.ts';

/** A listing serves many purchases, and its row does not tell when the last of them ended: hence `from: null`. */
export const dataMap: DataMap = {
  'catalogue.product': 'plain',
  'catalogue.listing': {
    plain: [
      'city_id', 'id', 'product_id', 'supplier_organisation_id', 'kind_code', 'status', 'price', 'price_unit', 'tax_rate', 'minimum_order', 'delivery_area', 'delivery_days', 'edition_id', 'verdict', 'star',
      'judgements', 'findings', 'unproven', 'proven_until', 'judged_at', 'judged_on', 'submitted_at', 'decided_at', 'listed_at', 'search_text', 'grams',
    ],
    from: null,
    mapped: {
      decided_by: { is: ['上架审核人', 'who decided on the listing'], class: 'pseudonym', of: 'decided_by', ground: 'duty', keep: 'purchase', erase: 'stays' },
      reasons: { is: ['上架审核意见', 'reasons of the decision on the listing'], class: 'statement', of: 'decided_by', ground: 'duty', keep: 'purchase', erase: 'null' },
    },
  },
  'catalogue.evidence_confirmation': {
    plain: ['city_id', 'listing_id', 'evidence_id', 'confirmed_at'],
    from: null,
    mapped: { person_id: { is: ['为产品确认材料的人', 'who confirmed the paper for the product'], class: 'pseudonym', of: 'person_id', ground: 'duty', keep: 'purchase', erase: 'stays' } },
  },
};
