import { readPeople } from '#modules/identity/index.ts';
import { place } from './operations/place.ts';
export const orders = { name: 'orders', uses: ['identity'], readPeople, place };
