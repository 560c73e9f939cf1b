import { sql } from 'kysely';
import { canonical, type Json } from '#kernel/canonical.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { CityKey } from '../domain/certificate.ts';
import type { SuiteId } from '../domain/suite.ts';

export type StoredCityKey = { readonly key: CityKey; readonly fingerprint: string; readonly sealed: Uint8Array };

/** The city's keys, by suite; empty where none was made yet. */
export async function cityKeysOf(tx: Tx, cityId: string): Promise<StoredCityKey[]> {
  const { rows } = await sql<{ body: string; fingerprint: string; sealed: Buffer }>`select body, fingerprint, sealed from signing.city_key where city_id = ${cityId} order by suite`.execute(tx);
  return rows.map((row) => ({ key: JSON.parse(row.body) as CityKey, fingerprint: row.fingerprint, sealed: row.sealed }));
}

export async function cityKeyOf(tx: Tx, cityId: string, suite: SuiteId): Promise<StoredCityKey | undefined> {
  return (await cityKeysOf(tx, cityId)).find(({ key }) => key.suite === suite);
}

/** False where the city had its key already: of two who make it at once, one does. */
export async function insertCityKey(tx: Tx, { key, fingerprint, sealed }: StoredCityKey, now: Date): Promise<boolean> {
  const done = await sql`insert into signing.city_key (city_id, suite, fingerprint, body, sealed, made_at)
    values (${key.city}, ${key.suite}, ${fingerprint}, ${canonical(key as unknown as Json)}, ${sealed}, ${now}) on conflict (city_id, suite) do nothing`.execute(tx);
  return done.numAffectedRows === 1n;
}
