import type { DataMap } from '#kernel/data-map.ts';

export const dataMap: DataMap = {
  'purchases.basket_line': {
    plain: ['city_id', 'organisation_id', 'listing_id', 'quantity', 'added_at'],
    mapped: { added_by: { is: ['放入选购单的人', 'who put it into the basket'], class: 'pseudonym', of: 'added_by', ground: 'duty', keep: 'account', erase: 'stays' } },
  },
};
