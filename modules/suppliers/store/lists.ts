import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';
import type { AdmissionStatus } from '../domain/admission-life.ts';
import type { SupplierKind } from '../domain/model.ts';

export type ListedSupplier = { readonly organisationId: string; readonly name: string; readonly creditCode: string; readonly kind: SupplierKind; readonly address: string; readonly admittedAt: Date; readonly demo: boolean };
export type ListedQuery = { readonly q: string; readonly kind: SupplierKind | null; readonly page: number; readonly size: number };

/**
 * The admitted suppliers of a city, the newest first. Words are looked for as they stand, so that a single character finds its names;
 * the counts by kind are of what the words find, before the kind is chosen.
 */
export async function listedSuppliers(tx: Tx, cityId: string, query: ListedQuery): Promise<{ rows: ListedSupplier[]; total: number; makers: number; distributors: number }> {
  const found = sql`suppliers.admission a
    join suppliers.supplier s on s.organisation_id = a.organisation_id
    join identity_read.organisation o on o.id = a.organisation_id
    where a.city_id = ${cityId} and a.current and a.status = 'admitted'
      and (${query.q} = '' or position(lower(${query.q}) in lower(o.name)) > 0 or position(lower(${query.q}) in lower(s.address)) > 0 or o.credit_code = upper(${query.q}))`;
  const counted = await sql<{ makers: string; distributors: string }>`select count(*) filter (where s.kind = 'maker') as makers, count(*) filter (where s.kind = 'distributor') as distributors from ${found}`.execute(tx);
  const makers = Number(counted.rows[0]!.makers);
  const distributors = Number(counted.rows[0]!.distributors);
  const { rows } = await sql<{ organisation_id: string; name: string; credit_code: string | null; kind: SupplierKind; address: string; status_since: Date; demo: boolean }>`
    select a.organisation_id, o.name, o.credit_code, s.kind, s.address, a.status_since, o.demo from ${found}
    ${query.kind === null ? sql`` : sql`and s.kind = ${query.kind}`}
    order by a.status_since desc, a.id desc limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(tx);
  return {
    rows: rows.map((r) => ({ organisationId: r.organisation_id, name: r.name, creditCode: r.credit_code ?? '', kind: r.kind, address: r.address, admittedAt: r.status_since, demo: r.demo })),
    total: query.kind === 'maker' ? makers : query.kind === 'distributor' ? distributors : makers + distributors,
    makers, distributors,
  };
}

export type QueuedAdmission = { readonly id: string; readonly name: string; readonly kind: SupplierKind; readonly status: AdmissionStatus; readonly round: number; readonly since: Date; readonly demo: boolean };
/** What the centre may ask for: drafts are the supplier's own and are not shown. */
export type QueueStatus = Exclude<AdmissionStatus, 'draft'>;

/** The centre's desk: admissions in one status; what waits stands first come first served, what is settled the newest first. */
export async function queuedAdmissions(tx: Tx, cityId: string, query: { status: QueueStatus; page: number; size: number }): Promise<{ rows: QueuedAdmission[]; total: number; counts: Record<QueueStatus, number> }> {
  const counted = await sql<{ status: AdmissionStatus; count: string }>`select status, count(*) from suppliers.admission where city_id = ${cityId} and current group by status`.execute(tx);
  const count = (status: AdmissionStatus): number => Number(counted.rows.find((row) => row.status === status)?.count ?? 0);
  const { rows } = await sql<{ id: string; name: string; kind: SupplierKind; status: AdmissionStatus; round: number; status_since: Date; demo: boolean }>`
    select a.id, o.name, s.kind, a.status, a.round, a.status_since, o.demo
    from suppliers.admission a join suppliers.supplier s on s.organisation_id = a.organisation_id join identity_read.organisation o on o.id = a.organisation_id
    where a.city_id = ${cityId} and a.current and a.status = ${query.status}
    order by ${query.status === 'submitted' ? sql`a.status_since, a.id` : sql`a.status_since desc, a.id desc`}
    limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(tx);
  return {
    rows: rows.map((r) => ({ id: r.id, name: r.name, kind: r.kind, status: r.status, round: r.round, since: r.status_since, demo: r.demo })),
    total: count(query.status),
    counts: { submitted: count('submitted'), returned: count('returned'), admitted: count('admitted'), refused: count('refused'), withdrawn: count('withdrawn') },
  };
}
