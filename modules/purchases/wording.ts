import { placingWords } from '#modules/orders/rules.ts';

const placing = placingWords('purchases');

export const wording = {
  'zh-CN': {
    ...placing['zh-CN'],
    'purchases.refusal.basket-full': '选购单最多放 {most} 种产品，请先下单或移除一些。',
    'purchases.refusal.basket-changed': '选购单刚刚有变化，可能同事已经下单或移除了其中的产品。没有下单，请刷新后核对。',
  },
  en: {
    ...placing.en,
    'purchases.refusal.basket-full': 'A basket holds at most {most} products; please order or remove some first.',
    'purchases.refusal.basket-changed': 'The basket has just changed; a colleague may have ordered or removed something. Nothing was ordered; please reload and check.',
  },
} as const;
