import type { Life } from '#kernel/transitions.ts';

export const ERASURE_STATES = ['asked', 'agreed-once', 'agreed', 'done', 'withdrawn', 'refused'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];
export type ErasureAct = 'agree' | 'agree-second' | 'erase' | 'withdraw' | 'refuse';

/** The life of a request to erase one person's data. */
export const erasureLife: Life<ErasureState, ErasureAct> = {
  initial: 'asked',
  final: ['done', 'withdrawn', 'refused'],
  transitions: [
    { from: 'asked', act: 'agree', to: 'agreed-once', basis: '个人信息保护法第五十一条：内部管理制度和操作规程；两人办理' },
    { from: 'agreed-once', act: 'agree-second', to: 'agreed', basis: '个人信息保护法第五十一条：第二人复核' },
    { from: 'agreed', act: 'erase', to: 'done', basis: '个人信息保护法第四十七条：删除；法律规定的保存期限未届满的，只存储和保护' },
    { from: 'asked', act: 'withdraw', to: 'withdrawn', basis: '个人信息保护法第四十四条：个人的决定权' },
    { from: 'agreed-once', act: 'withdraw', to: 'withdrawn', basis: '个人信息保护法第四十四条' },
    { from: 'asked', act: 'refuse', to: 'refused', basis: '个人信息保护法第五十条：拒绝的，应当说明理由' },
    { from: 'agreed-once', act: 'refuse', to: 'refused', basis: '个人信息保护法第五十条' },
  ],
};
