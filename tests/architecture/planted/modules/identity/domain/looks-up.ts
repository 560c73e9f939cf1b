import { orderRules } from '#modules/orders/rules.ts'; // breaks order
export const up = orderRules;
