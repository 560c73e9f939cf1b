import type { Life } from '#kernel/transitions.ts';

export const ADMISSION_STATUSES = ['draft', 'submitted', 'returned', 'admitted', 'refused', 'withdrawn'] as const;
export type AdmissionStatus = (typeof ADMISSION_STATUSES)[number];
export type AdmissionAct = 'submit' | 'return' | 'admit' | 'refuse' | 'withdraw';

/**
 * The life of a supplier's admission to one city. A refused or withdrawn admission stays as it is;
 * who asks again begins another one, so that the first keeps its record.
 */
export const admissionLife: Life<AdmissionStatus, AdmissionAct> = {
  initial: 'draft',
  final: ['refused', 'withdrawn'],
  transitions: [
    { from: 'draft', act: 'submit', to: 'submitted', basis: '政府采购法实施条例第十七条：供应商提供证明材料' },
    { from: 'returned', act: 'submit', to: 'submitted', basis: '政府采购法实施条例第十七条：补正后重新提供' },
    { from: 'submitted', act: 'return', to: 'returned', basis: '政府采购法第二十三条：审查；材料不全或不符的，说明理由退回补正' },
    { from: 'submitted', act: 'admit', to: 'admitted', basis: '政府采购法第二十二条、第二十三条' },
    { from: 'submitted', act: 'refuse', to: 'refused', basis: '政府采购法第二十二条：不具备条件的，说明理由不予准入' },
    { from: 'admitted', act: 'withdraw', to: 'withdrawn', basis: '城市准入规则：严重失信或违背承诺的，退出' },
  ],
};

/** Statuses in which the supplier may still put evidence into its admission. */
export const OPEN_TO_SUPPLIER: readonly AdmissionStatus[] = ['draft', 'returned'];
/** Statuses after which a supplier may begin a new admission. */
export const ENDED: readonly AdmissionStatus[] = admissionLife.final;
