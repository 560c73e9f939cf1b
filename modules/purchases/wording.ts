import { placingWords } from '#modules/orders/rules.ts';

const placing = placingWords('purchases');

export const wording = {
  'zh-CN': {
    ...placing['zh-CN'],
    'purchases.refusal.request-settled': '这份采购申请已经办结，请刷新查看。',
    'purchases.refusal.own-request': '不能审批自己提出的采购，请由另一位审批人办理。',
    'purchases.refusal.approved-already': '您已经同意过这份申请，请等另一位审批人。',
    'purchases.refusal.reason-missing': '请写明退回的理由。',
    'purchases.refusal.valid-from-past': '生效日不能早于今天。',
    'purchases.refusal.bands-out-of-order': '金额须逐档升高，金额更高的一档审批人数不能更少。',
    'purchases.refusal.not-a-buyer': '只有采购单位可以设定采购审批规则。',
    'purchases.refusal.basket-full': '选购单最多放 {most} 种产品，请先下单或移除一些。',
    'purchases.refusal.basket-changed': '选购单刚刚有变化，可能同事已经下单或移除了其中的产品。没有下单，请刷新后核对。',
  },
  en: {
    ...placing.en,
    'purchases.refusal.request-settled': 'This purchase is settled already; please reload.',
    'purchases.refusal.own-request': 'Nobody approves a purchase of their own; another approver does.',
    'purchases.refusal.approved-already': 'You have approved this purchase; another approver is still to.',
    'purchases.refusal.reason-missing': 'Please give the reason for returning it.',
    'purchases.refusal.valid-from-past': 'A rule begins today at the earliest.',
    'purchases.refusal.bands-out-of-order': 'Amounts must rise from line to line, and a higher amount never asks fewer people.',
    'purchases.refusal.not-a-buyer': 'Only procuring units have rules of approval.',
    'purchases.refusal.basket-full': 'A basket holds at most {most} products; please order or remove some first.',
    'purchases.refusal.basket-changed': 'The basket has just changed; a colleague may have ordered or removed something. Nothing was ordered; please reload and check.',
  },
} as const;
