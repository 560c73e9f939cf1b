import type { Person } from '#modules/identity/index.ts';
import { order } from '../domain/order.ts';
export const place = order as Person;
