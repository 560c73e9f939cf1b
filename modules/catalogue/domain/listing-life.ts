import type { Life } from '#kernel/transitions.ts';

/**
 * The life of a listing in a city.
 * `submitted`: its reports are being read. `compared`: every report is read, the centre may decide. `listed`: on show; whether it may be
 * bought is the gate's, not the listing's. `suspended`: kept from the shelf by the centre.
 */
export const LISTING_STATUSES = ['submitted', 'compared', 'returned', 'refused', 'listed', 'suspended', 'withdrawn'] as const;
export type ListingStatus = (typeof LISTING_STATUSES)[number];
export type ListingAct = 'compare' | 'list' | 'return' | 'refuse' | 'resubmit' | 'suspend' | 'restore' | 'withdraw';

const POLICY = '财库〔2022〕35号：供应商提供绿色建材认证证书或者有效检测报告';
const ADMISSION = '政府采购法第二十二条；平台入馆规则';

export const listingLife: Life<ListingStatus, ListingAct> = {
  initial: 'submitted',
  final: ['refused', 'withdrawn'],
  transitions: [
    { from: 'submitted', act: 'compare', to: 'compared', basis: POLICY },
    { from: 'compared', act: 'list', to: 'listed', basis: POLICY },
    { from: 'compared', act: 'return', to: 'returned', basis: ADMISSION },
    { from: 'compared', act: 'refuse', to: 'refused', basis: ADMISSION },
    { from: 'submitted', act: 'return', to: 'returned', basis: ADMISSION },
    { from: 'returned', act: 'resubmit', to: 'submitted', basis: ADMISSION },
    { from: 'listed', act: 'suspend', to: 'suspended', basis: ADMISSION },
    { from: 'suspended', act: 'restore', to: 'listed', basis: ADMISSION },
    { from: 'listed', act: 'withdraw', to: 'withdrawn', basis: ADMISSION },
    { from: 'suspended', act: 'withdraw', to: 'withdrawn', basis: ADMISSION },
    { from: 'returned', act: 'withdraw', to: 'withdrawn', basis: ADMISSION },
    { from: 'compared', act: 'withdraw', to: 'withdrawn', basis: ADMISSION },
  ],
};

/** Evidence may join a product that waits or stands; what is returned is mended as a whole, what is over stays as it was. */
export const takesEvidence = (status: ListingStatus): boolean => ['submitted', 'compared', 'listed', 'suspended'].includes(status);
