import { readFileSync } from 'node:fs';
import { pool } from '#platform/database/pool.ts'; // breaks reading
import { identityRules } from '#modules/identity/rules.ts'; // breaks reading
import { Kysely } from 'kysely'; // breaks reading
export const cells = [readFileSync, pool, identityRules, Kysely];
