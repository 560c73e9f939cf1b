import { wording as said } from '../../wording.ts';

/** What the server refuses here is said by the page in the reader's language. Chosen while building. */
const borrowed = (lang: 'zh-CN' | 'en'): Record<string, string> => ({ ...said[lang] });

export const buyWording = {
  'zh-CN': {
    ...borrowed('zh-CN'),
    'purchases.buy.quantity': '数量',
    'purchases.buy.minimum': '起订 {minimum} {unit}',
    'purchases.buy.put': '加入选购单',
    'purchases.buy.done': '已加入选购单',
    'purchases.buy.basket': '查看选购单',
    'purchases.buy.closed.unproven': '还有 {count} 项指标尚待证明，证明后才能购买。',
    'purchases.buy.closed.indicator_failed': '有指标不符合本市要求，不能购买。',
    'purchases.buy.closed.needs_review': '证据正在由采购中心核对，暂不能购买。',
    'purchases.buy.closed.evidence_lapsed': '检测报告或证书已过有效期，更新后才能购买。',
    'purchases.buy.closed.supplier_not_admitted': '供应商在本市的准入已失效，不能购买。',
    'purchases.buy.closed.not_listed': '产品没有上架，不能购买。',
    'purchases.buy.closed.other': '还没有按现行标准重新比对，暂不能购买。',
    'purchases.buy.other-city': '您的单位不在本市，不能在这里下单。',
    'purchases.buy.not-buyer': '由采购单位的经办人购买。您当前的身份是{kind}。',
    'purchases.buy.approver': '由本单位的采购经办人加入选购单。',
  },
  en: {
    ...borrowed('en'),
    'purchases.buy.quantity': 'Quantity',
    'purchases.buy.minimum': 'at least {minimum} {unit}',
    'purchases.buy.put': 'Put into the basket',
    'purchases.buy.done': 'In the basket',
    'purchases.buy.basket': 'See the basket',
    'purchases.buy.closed.unproven': '{count, plural, one {# indicator is} other {# indicators are}} still to be proved; then it can be bought.',
    'purchases.buy.closed.indicator_failed': 'An indicator fails the city’s requirement; it cannot be bought.',
    'purchases.buy.closed.needs_review': 'Its evidence is with the procurement centre; it cannot be bought yet.',
    'purchases.buy.closed.evidence_lapsed': 'A report or certificate has lapsed; it can be bought once renewed.',
    'purchases.buy.closed.supplier_not_admitted': 'The supplier is not admitted in this city; it cannot be bought.',
    'purchases.buy.closed.not_listed': 'The product is not on the shelf; it cannot be bought.',
    'purchases.buy.closed.other': 'It has not been compared with the standard in force again; it cannot be bought yet.',
    'purchases.buy.other-city': 'Your unit is not of this city and cannot order here.',
    'purchases.buy.not-buyer': 'Purchasers of buying units buy here. You act as: {kind}.',
    'purchases.buy.approver': 'A purchaser of your unit puts products into the basket.',
  },
} as const;
