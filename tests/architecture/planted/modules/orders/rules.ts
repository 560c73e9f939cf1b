import { order } from './domain/order.ts';
export const orderRules = order;
