/**
 * What is said where an order cannot be placed, by refusal code; lent to purchases, whose checkout gives the same refusals.
 * `why` is the catalogue's reason for a closed gate, with _ for -.
 */
export const PLACING_WORDS = {
  'zh-CN': {
    'quantity-not-a-number': '数量要写成数字，例如 4800.5。',
    'quantity-not-positive': '数量要大于零。',
    'quantity-too-fine': '数量最多写 {decimals} 位小数。',
    'quantity-too-large': '数量过大，请核对单位。',
    'quantity-not-whole': '按“{unit}”计的产品只能订整数。',
    'line-twice': '同一行出现了两次，请合并后再提交。',
    'listing-of-another-supplier': '这件产品属于另一家供应商，请分开下单。',
    'gate-closed': '{why, select, still_to_prove {「{product}」现在不能购买，尚待证明：{unproven}。} indicator_failed {「{product}」有指标不符合本市要求，不能购买。} needs_review {「{product}」的证据正在由采购中心核对，暂不能购买。} evidence_lapsed {「{product}」的检测报告或证书已过有效期，供应商更新后才能购买。} supplier_not_admitted {「{product}」的供应商在本市的准入已失效，不能购买。} not_listed {「{product}」已下架。} no_edition_in_force {本市还没有生效的标准，不能购买。} other {「{product}」还没有按现行标准重新比对，暂不能购买。}}',
    'below-minimum-order': '低于起订量：至少 {minimum} {unit}。',
    'outside-delivery-area': '「{product}」只送 {area}。请更换地点或供应商。',
    'amount-too-large': '金额超出可记录的范围，请核对数量。',
    'price-missing': '「{product}」没有有效的标价，请联系供应商。',
    'order-empty': '订单里还没有产品。',
    'required-day-past': '要求送达日期不能早于今天（{today}）。',
    'price-changed': '价格刚刚变了：您看到的合计是 {seen} 元，现在是 {total} 元。请核对后再提交，没有下单。',
    'approval-needed': '本单位规定合计 {from} 元起须先审批。请在选购单里提交审批。',
  },
  en: {
    'quantity-not-a-number': 'A quantity is written as a number, for example 4800.5.',
    'quantity-not-positive': 'A quantity must be above zero.',
    'quantity-too-fine': 'A quantity has at most {decimals} decimals.',
    'quantity-too-large': 'This quantity is too large; please check the unit.',
    'quantity-not-whole': 'What is counted in {unit} can only be ordered in whole numbers.',
    'line-twice': 'The same line appears twice; please merge them and submit again.',
    'listing-of-another-supplier': 'This product belongs to another supplier; please order it separately.',
    'gate-closed': '{why, select, still_to_prove {{product} cannot be bought now. Still to prove: {unprovenEn}.} indicator_failed {{product} has an indicator that fails the city’s requirement and cannot be bought.} needs_review {The evidence of {product} is with the procurement centre; it cannot be bought yet.} evidence_lapsed {The report or certificate of {product} has lapsed; it can be bought when the supplier renews it.} supplier_not_admitted {The supplier of {product} is not admitted in this city; it cannot be bought.} not_listed {{product} is no longer on the shelf.} no_edition_in_force {This city has no standard in force; nothing can be bought.} other {{product} has not been compared with the standard in force again; it cannot be bought yet.}}',
    'below-minimum-order': 'Below the minimum order: at least {minimum} {unit}.',
    'outside-delivery-area': '{product} is delivered only to {area}. Please change the site or the supplier.',
    'amount-too-large': 'The amount is larger than can be recorded; please check the quantity.',
    'price-missing': '{product} has no valid price; please ask the supplier.',
    'order-empty': 'There is no product in the order yet.',
    'required-day-past': 'The required day cannot lie before today ({today}).',
    'price-changed': 'The price has just changed: you saw {seen} yuan in all, now it is {total} yuan. Nothing was ordered; please check and submit again.',
    'approval-needed': 'Your unit asks for approval from {from} yuan on. Please submit it from the basket.',
  },
} as const;

/** The same under the ids of a module: `orders.refusal.gate-closed`. */
export const placingWords = (module: string): { 'zh-CN': Record<string, string>; en: Record<string, string> } => {
  const named = (words: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(words).map(([code, text]) => [`${module}.refusal.${code}`, text]));
  return { 'zh-CN': named(PLACING_WORDS['zh-CN']), en: named(PLACING_WORDS.en) };
};
