import { on, type Tx } from '#platform/database/pool.ts';
import type { SupplierKind } from '../domain/model.ts';
import type { SuppliersTables } from './tables.ts';

export type StoredSupplier = {
  readonly organisationId: string; readonly name: string; readonly creditCode: string; readonly kind: SupplierKind;
  readonly address: string; readonly contactName: string; readonly phone: string; readonly demo: boolean;
};

export async function insertSupplier(tx: Tx, supplier: { organisationId: string; kind: SupplierKind; address: string; contactName: string; phone: string }, now: Date): Promise<void> {
  await on<SuppliersTables>(tx).insertInto('suppliers.supplier')
    .values({ organisation_id: supplier.organisationId, kind: supplier.kind, address: supplier.address, contact_name: supplier.contactName, phone: supplier.phone, created_at: now }).execute();
}

export async function supplierById(tx: Tx, organisationId: string): Promise<StoredSupplier | undefined> {
  const row = await on<SuppliersTables>(tx).selectFrom('suppliers.supplier as s').innerJoin('identity_read.organisation as o', 'o.id', 's.organisation_id')
    .select(['s.organisation_id', 'o.name', 'o.credit_code', 's.kind', 's.address', 's.contact_name', 's.phone', 'o.demo'])
    .where('s.organisation_id', '=', organisationId).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    organisationId: row.organisation_id, name: row.name, creditCode: row.credit_code ?? '', kind: row.kind,
    address: row.address, contactName: row.contact_name, phone: row.phone, demo: row.demo,
  };
}

/** Whether a person belongs to an organisation, in whichever membership they act just now. */
export async function belongsTo(tx: Tx, personId: string, organisationId: string): Promise<boolean> {
  const row = await on<SuppliersTables>(tx).selectFrom('identity_read.membership').select('id').where('person_id', '=', personId).where('organisation_id', '=', organisationId).executeTakeFirst();
  return row !== undefined;
}
