import { on, type Tx } from '#platform/database/pool.ts';
import type { IdentityTables } from './tables.ts';

export type StoredCity = { id: string; slug: string; nameZh: string; nameEn: string; demo: boolean };

const shape = (row: { id: string; slug: string; name_zh: string; name_en: string; demo: boolean }): StoredCity => ({ id: row.id, slug: row.slug, nameZh: row.name_zh, nameEn: row.name_en, demo: row.demo });

export async function listCities(tx: Tx): Promise<StoredCity[]> {
  const rows = await on<IdentityTables>(tx).selectFrom('identity.city').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(shape);
}

export async function cityBySlug(tx: Tx, slug: string): Promise<StoredCity | undefined> {
  const row = await on<IdentityTables>(tx).selectFrom('identity.city').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row === undefined ? undefined : shape(row);
}

export async function insertCity(tx: Tx, city: StoredCity, now: Date): Promise<void> {
  await on<IdentityTables>(tx).insertInto('identity.city').values({ id: city.id, slug: city.slug, name_zh: city.nameZh, name_en: city.nameEn, demo: city.demo, created_at: now }).execute();
}
