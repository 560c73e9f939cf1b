import { readPeople } from '#modules/identity/index.ts'; // breaks operations-types
import { place } from './place.ts'; // breaks operations-types
import { rows } from '../store/rows.ts'; // breaks operations
import { lines } from '../contract/lines.ts'; // breaks operations
import { pool } from '#platform/database/pool.ts'; // breaks operations
export const reaches = [readPeople, place, rows, lines, pool];
