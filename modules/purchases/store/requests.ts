import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Band, RequestStatus } from '../domain/approval.ts';

type Owner = { readonly cityId: string; readonly organisationId: string };
type Line = { listingId: string; quantity: string; name: string; unit: string; price: Money; amount: Money; supplierOrganisationId: string };
type Site = { address: string; contact: string; phone: string };

export type StoredRule = { id: string; validFrom: LegalDay; bands: Band[]; setBy: string | null; setAt: Date };
const rule = (row: { id: string; valid_from: LegalDay; bands: Band[]; set_by_name: string | null; set_at: Date }): StoredRule => ({ id: row.id, validFrom: row.valid_from, bands: row.bands, setBy: row.set_by_name, setAt: row.set_at });

/** The unit's rules, those that begin last first. */
export async function rulesOf(tx: Tx, owner: Owner): Promise<StoredRule[]> {
  const { rows } = await sql<Parameters<typeof rule>[0]>`select id, valid_from, bands, identity_read.person_name(set_by) as set_by_name, set_at from purchases.approval_rule
    where city_id = ${owner.cityId} and organisation_id = ${owner.organisationId} order by valid_from desc, id desc limit 50`.execute(tx);
  return rows.map(rule);
}

/** The rule in force on a day: the latest that has begun, and of one day the one set last. */
export async function ruleInForce(tx: Tx, owner: Owner, on: LegalDay): Promise<StoredRule | undefined> {
  const { rows } = await sql<Parameters<typeof rule>[0]>`select id, valid_from, bands, null as set_by_name, set_at from purchases.approval_rule
    where city_id = ${owner.cityId} and organisation_id = ${owner.organisationId} and valid_from <= ${on} order by valid_from desc, id desc limit 1`.execute(tx);
  return rows[0] === undefined ? undefined : rule(rows[0]);
}

export async function insertRule(tx: Tx, owner: Owner, one: { id: string; validFrom: LegalDay; bands: readonly Band[]; setBy: string }, now: Date): Promise<void> {
  await sql`insert into purchases.approval_rule (city_id, id, organisation_id, valid_from, bands, set_by, set_at)
    values (${owner.cityId}, ${one.id}, ${owner.organisationId}, ${one.validFrom}, ${JSON.stringify(one.bands)}::jsonb, ${one.setBy}, ${now})`.execute(tx);
}

export async function insertRequest(tx: Tx, owner: Owner, one: { id: string; ruleId: string; approvals: number; site: Site; requiredOn: LegalDay | null; note: string | null; internalNote: string | null; lines: readonly Line[]; total: Money; requestedBy: string }, now: Date): Promise<void> {
  await sql`insert into purchases.request (city_id, id, organisation_id, status, requested_by, requested_at, address, contact, phone, required_on, note, internal_note, lines, total, rule_id, approvals, changed_at)
    values (${owner.cityId}, ${one.id}, ${owner.organisationId}, 'awaiting-approval', ${one.requestedBy}, ${now}, ${one.site.address}, ${one.site.contact}, ${one.site.phone}, ${one.requiredOn}, ${one.note}, ${one.internalNote},
      ${JSON.stringify(one.lines)}::jsonb, ${one.total}, ${one.ruleId}, ${one.approvals}, ${now})`.execute(tx);
}

export type StoredRequest = {
  id: string; status: RequestStatus; requestedBy: string; requestedByName: string; requestedAt: Date; site: Site; requiredOn: LegalDay | null; note: string | null; internalNote: string | null; lines: Line[]; total: Money; approvals: number;
  orders: { orderId: string; number: string }[] | null; decisions: { personId: string; name: string; decision: 'approved' | 'returned'; reason: string | null; at: string }[]; approvedBy: string[];
};
type Row = {
  id: string; status: RequestStatus; requested_by: string; requested_by_name: string | null; requested_at: Date; address: string; contact: string; phone: string; required_on: LegalDay | null; note: string | null; internal_note: string | null;
  lines: Line[]; total: Money; approvals: number; orders: StoredRequest['orders']; decisions: StoredRequest['decisions'];
};
const shape = (row: Row): StoredRequest => ({
  id: row.id, status: row.status, requestedBy: row.requested_by, requestedByName: row.requested_by_name ?? '', requestedAt: row.requested_at, site: { address: row.address, contact: row.contact, phone: row.phone }, requiredOn: row.required_on,
  note: row.note, internalNote: row.internal_note, lines: row.lines, total: row.total, approvals: row.approvals, orders: row.orders, decisions: row.decisions, approvedBy: row.decisions.filter((one) => one.decision === 'approved').map((one) => one.personId),
});
const found = sql`select r.id, r.status, r.requested_by, identity_read.person_name(r.requested_by) as requested_by_name, r.requested_at, r.address, r.contact, r.phone, r.required_on, r.note, r.internal_note, r.lines, r.total, r.approvals, r.orders,
    coalesce((select jsonb_agg(jsonb_build_object('personId', a.person_id, 'name', identity_read.person_name(a.person_id), 'decision', a.decision, 'reason', a.reason, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.at) from purchases.approval a where a.city_id = r.city_id and a.request_id = r.id), '[]') as decisions
  from purchases.request r`;

/** What a unit asked its approvers for, the newest first; what still waits before all else. */
export async function requestsOf(tx: Tx, owner: Owner): Promise<StoredRequest[]> {
  const { rows } = await sql<Row>`${found} where r.city_id = ${owner.cityId} and r.organisation_id = ${owner.organisationId} order by (r.status = 'awaiting-approval') desc, r.id desc limit 100`.execute(tx);
  return rows.map(shape);
}

/** The row is held first, so that the approvals are read after whoever approved at the same time. */
export async function lockRequest(tx: Tx, owner: Owner, id: string): Promise<StoredRequest | undefined> {
  await sql`select from purchases.request where city_id = ${owner.cityId} and organisation_id = ${owner.organisationId} and id = ${id} for update`.execute(tx);
  const { rows } = await sql<Row>`${found} where r.city_id = ${owner.cityId} and r.organisation_id = ${owner.organisationId} and r.id = ${id}`.execute(tx);
  return rows[0] === undefined ? undefined : shape(rows[0]);
}

export async function insertDecision(tx: Tx, cityId: string, id: string, personId: string, decision: 'approved' | 'returned', reason: string | null, now: Date): Promise<void> {
  await sql`insert into purchases.approval (city_id, request_id, person_id, decision, reason, at) values (${cityId}, ${id}, ${personId}, ${decision}, ${reason}, ${now})`.execute(tx);
}

export async function saveRequest(tx: Tx, cityId: string, id: string, status: RequestStatus, orders: readonly { orderId: string; number: string }[] | null, now: Date): Promise<void> {
  await sql`update purchases.request set status = ${status}, orders = ${orders === null ? null : JSON.stringify(orders)}::jsonb, changed_at = ${now} where city_id = ${cityId} and id = ${id}`.execute(tx);
}

/** Lines go back into the basket; what stands there already stays as it is. */
export async function putBack(tx: Tx, owner: Owner, lines: readonly Line[], personId: string, now: Date): Promise<void> {
  await sql`insert into purchases.basket_line (city_id, organisation_id, listing_id, quantity, added_by, added_at)
    select ${owner.cityId}, ${owner.organisationId}, x."listingId", x.quantity, ${personId}, ${now} from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x ("listingId" uuid, quantity numeric)
    on conflict (city_id, organisation_id, listing_id) do nothing`.execute(tx);
}
