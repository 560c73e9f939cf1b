import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import type { LaboratoriesTables } from './tables.ts';

export type Entered = { readonly code: string; readonly printed: string; readonly unit: string; readonly page: number; readonly personId: string; readonly organisationId: string };
export type Settled = { readonly code: string; readonly decision: 'confirmed' | 'corrected' | 'not-in-report'; readonly printed: string | null; readonly unit: string | null; readonly methodAccepted: boolean; readonly note: string | null; readonly by: string; readonly at: Date };

export async function enteredValues(tx: Tx, cityId: string, reportId: string): Promise<Entered[]> {
  const rows = await on<LaboratoriesTables>(tx).selectFrom('laboratories.entered_value').selectAll().where('city_id', '=', cityId).where('report_id', '=', reportId).execute();
  return rows.map((r) => ({ code: r.indicator_code, printed: r.printed, unit: r.unit, page: r.page, personId: r.person_id, organisationId: r.organisation_id }));
}

export async function putEntered(tx: Tx, entry: { cityId: string; reportId: string; code: string; printed: string; unit: string; page: number; personId: string; organisationId: string }, now: Date): Promise<void> {
  await on<LaboratoriesTables>(tx).insertInto('laboratories.entered_value')
    .values({ city_id: entry.cityId, report_id: entry.reportId, indicator_code: entry.code, printed: entry.printed, unit: entry.unit, page: entry.page, person_id: entry.personId, organisation_id: entry.organisationId, entered_at: now })
    .onConflict((c) => c.columns(['city_id', 'report_id', 'indicator_code']).doUpdateSet((eb) => ({
      printed: eb.ref('excluded.printed'), unit: eb.ref('excluded.unit'), page: eb.ref('excluded.page'), person_id: eb.ref('excluded.person_id'), organisation_id: eb.ref('excluded.organisation_id'), entered_at: eb.ref('excluded.entered_at'),
    }))).execute();
}

export async function settledReadings(tx: Tx, cityId: string, reportId: string): Promise<Settled[]> {
  const { rows } = await sql<{ indicator_code: string; decision: Settled['decision']; printed: string | null; unit: string | null; method_accepted: boolean; note: string | null; name: string; settled_at: Date }>`
    select s.indicator_code, s.decision, s.printed, s.unit, s.method_accepted, s.note, o.name, s.settled_at from laboratories.settled_reading s join identity_read.organisation o on o.id = s.organisation_id
    where s.city_id = ${cityId} and s.report_id = ${reportId}`.execute(tx);
  return rows.map((r) => ({ code: r.indicator_code, decision: r.decision, printed: r.printed, unit: r.unit, methodAccepted: r.method_accepted, note: r.note, by: r.name, at: r.settled_at }));
}

export async function putSettled(tx: Tx, entry: { cityId: string; reportId: string; code: string; decision: Settled['decision']; printed: string | null; unit: string | null; methodAccepted: boolean; note: string | null; personId: string; organisationId: string }, now: Date): Promise<void> {
  await on<LaboratoriesTables>(tx).insertInto('laboratories.settled_reading')
    .values({ city_id: entry.cityId, report_id: entry.reportId, indicator_code: entry.code, decision: entry.decision, printed: entry.printed, unit: entry.unit, method_accepted: entry.methodAccepted, note: entry.note, person_id: entry.personId, organisation_id: entry.organisationId, settled_at: now })
    .onConflict((c) => c.columns(['city_id', 'report_id', 'indicator_code']).doUpdateSet((eb) => ({
      decision: eb.ref('excluded.decision'), printed: eb.ref('excluded.printed'), unit: eb.ref('excluded.unit'), method_accepted: eb.ref('excluded.method_accepted'), note: eb.ref('excluded.note'),
      person_id: eb.ref('excluded.person_id'), organisation_id: eb.ref('excluded.organisation_id'), settled_at: eb.ref('excluded.settled_at'),
    }))).execute();
}
