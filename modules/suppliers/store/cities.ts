import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

/** What an admission must know of its city. */
export async function cityFacts(tx: Tx, cityId: string): Promise<{ slug: string; nameZh: string; nameEn: string; demo: boolean }> {
  const { rows } = await sql<{ slug: string; name_zh: string; name_en: string; demo: boolean }>`select slug, name_zh, name_en, demo from identity_read.city where id = ${cityId}`.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error(`no city ${cityId}`);
  return { slug: row.slug, nameZh: row.name_zh, nameEn: row.name_en, demo: row.demo };
}
