import { order } from '../domain/order.ts'; // breaks contract-types
import { rows } from '../store/rows.ts'; // breaks contract
import { readPeople } from '#modules/identity/index.ts'; // breaks contract
export const heavy = [order, rows, readPeople];
