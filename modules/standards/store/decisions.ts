import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import type { StandardsTables } from './tables.ts';

export type LimitDecision = { readonly code: string; readonly decision: 'confirmed' | 'withheld'; readonly clause: string | null; readonly page: string | null; readonly note: string | null; /** Empty where nobody is signed in. */ readonly personName: string; readonly organisationName: string; readonly decidedAt: Date };

/** What the city decided of the edition's limits so far. */
export async function decisionsOf(tx: Tx, cityId: string, editionId: string): Promise<LimitDecision[]> {
  const { rows } = await sql<{ indicator_code: string; decision: 'confirmed' | 'withheld'; clause: string | null; page: string | null; note: string | null; person_name: string; organisation_name: string; decided_at: Date }>`
    select d.indicator_code, d.decision, d.clause, d.page, d.note, coalesce(identity_read.person_name(d.person_id), '') as person_name, o.name as organisation_name, d.decided_at
    from standards.limit_decision d join identity_read.organisation o on o.id = d.organisation_id
    where d.city_id = ${cityId} and d.edition_id = ${editionId} order by d.indicator_code`.execute(tx);
  return rows.map((r) => ({ code: r.indicator_code, decision: r.decision, clause: r.clause, page: r.page, note: r.note, personName: r.person_name, organisationName: r.organisation_name, decidedAt: r.decided_at }));
}

export async function confirmedCodes(tx: Tx, cityId: string, editionId: string): Promise<Set<string>> {
  const rows = await on<StandardsTables>(tx).selectFrom('standards.limit_decision').select('indicator_code')
    .where('city_id', '=', cityId).where('edition_id', '=', editionId).where('decision', '=', 'confirmed').execute();
  return new Set(rows.map((r) => r.indicator_code));
}

/** The codes among these that are confirmed already, locked until the transaction ends. */
export async function lockConfirmed(tx: Tx, cityId: string, editionId: string, codes: readonly string[]): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`standards ${cityId} ${editionId}`}, 0))`.execute(tx);
  const rows = await on<StandardsTables>(tx).selectFrom('standards.limit_decision').select('indicator_code')
    .where('city_id', '=', cityId).where('edition_id', '=', editionId).where('decision', '=', 'confirmed').where('indicator_code', 'in', [...codes]).execute();
  return rows.map((r) => r.indicator_code);
}

export async function putDecision(
  tx: Tx,
  decision: { cityId: string; editionId: string; codes: readonly string[]; decision: 'confirmed' | 'withheld'; clause: string | null; page: string | null; note: string | null; personId: string; organisationId: string },
  now: Date,
): Promise<void> {
  await on<StandardsTables>(tx).insertInto('standards.limit_decision')
    .values(decision.codes.map((code) => ({
      city_id: decision.cityId, edition_id: decision.editionId, indicator_code: code, decision: decision.decision, clause: decision.clause, page: decision.page, note: decision.note,
      person_id: decision.personId, organisation_id: decision.organisationId, decided_at: now,
    })))
    .onConflict((c) => c.columns(['city_id', 'edition_id', 'indicator_code']).doUpdateSet((eb) => ({
      decision: eb.ref('excluded.decision'), clause: eb.ref('excluded.clause'), page: eb.ref('excluded.page'), note: eb.ref('excluded.note'),
      person_id: eb.ref('excluded.person_id'), organisation_id: eb.ref('excluded.organisation_id'), decided_at: eb.ref('excluded.decided_at'),
    })))
    .execute();
}
