import { pool } from '#platform/database/pool.ts';
export const rows = pool;
