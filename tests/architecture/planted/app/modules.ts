import { identity } from '#modules/identity/module.ts';
import { orders } from '#modules/orders/module.ts';
export const modules = [identity, orders];
