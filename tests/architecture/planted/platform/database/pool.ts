import { Kysely } from 'kysely';
export const pool = Kysely;
