import type { Life } from '#kernel/transitions.ts';

export const EVIDENCE_STATES = ['submitted', 'confirmed', 'refused', 'withdrawn'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];
export type EvidenceAct = 'confirm' | 'refuse' | 'withdraw';

/**
 * The life of a piece of evidence. Nothing is ever taken out: what was refused or withdrawn stays on record
 * (Government Procurement Law art. 42; by its Regulation art. 46 the record may be electronic).
 */
export const EVIDENCE_LIFE: Life<EvidenceState, EvidenceAct> = {
  initial: 'submitted',
  final: ['refused', 'withdrawn'],
  transitions: [
    { from: 'submitted', act: 'confirm', to: 'confirmed', basis: '政府采购法第二十三条（审查资质证明文件）；实施条例第十七条第二款（特殊要求的证明材料）' },
    { from: 'submitted', act: 'refuse', to: 'refused', basis: '政府采购法第二十三条；说明理由，供应商可补正后另行提交（平台规则）' },
    { from: 'submitted', act: 'withdraw', to: 'withdrawn', basis: '平台规则：未经确认的材料，提供者可自行撤回' },
    { from: 'confirmed', act: 'withdraw', to: 'withdrawn', basis: '平台规则：提供者不再以此为证明；资格情况变化应当通知（参照实施条例第二十一条）' },
  ],
};

/** Whether evidence in this state may still be given for anything new. */
export const isUsable = (state: EvidenceState): boolean => state === 'submitted' || state === 'confirmed';
