import { pool } from '#platform/database/pool.ts';
export const people = pool;
