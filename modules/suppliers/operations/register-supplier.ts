import { ok, refuse, type Result } from '#kernel/result.ts';
import { creditCodeOf, faultAtRegistration } from '../domain/credit-code.ts';
import type { SupplierKind } from '../domain/model.ts';

export type RegisterNeeds = {
  readonly foundOrganisation: (o: { kind: 'supplier'; name: string; creditCode: string; homeCityId: null; demo: boolean }) => Promise<Result<{ organisationId: string }, 'credit-code-registered'>>;
  readonly enrol: (p: { name: string; login: string; password: string; passwordHash?: string; organisation: { id: string; kind: 'supplier' }; roles: readonly ['supplier.clerk', 'unit.administrator']; demo: boolean }) => Promise<Result<{ personId: string; membershipId: string }, RegisterPersonRefusal | 'role-of-another-kind'>>;
  readonly insertSupplier: (s: { organisationId: string; kind: SupplierKind; address: string; contactName: string; phone: string }) => Promise<void>;
  readonly record: (entry: { kind: 'supplier-registered'; subject: string; body: { kind: SupplierKind }; cityId: null }) => void;
  readonly emit: (event: { name: 'suppliers.registered@1'; subject: string; cityId: null; body: { organisationId: string; kind: SupplierKind } }) => void;
};

type RegisterPersonRefusal = 'login-not-usable' | 'login-taken' | 'password-too-short' | 'password-too-long' | 'password-is-login';
export type RegisterRefusal = 'credit-code-malformed' | 'credit-code-check' | 'credit-code-registered' | RegisterPersonRefusal;

export type Registration = {
  readonly kind: SupplierKind; readonly name: string; readonly creditCode: string; readonly address: string;
  readonly contactName: string; readonly phone: string; readonly login: string; readonly password: string; readonly passwordHash?: string; readonly demo: boolean;
};

/**
 * Registers a supplier once: its organisation, its first person and its profile, all or nothing. Nothing is asked and nothing is paid for it (no entry fee).
 * The person's name, login and telephone stay out of the ledger.
 */
export async function registerSupplier(needs: RegisterNeeds, input: Registration): Promise<Result<{ organisationId: string; personId: string; membershipId: string }, RegisterRefusal>> {
  const creditCode = creditCodeOf(input.creditCode);
  const fault = faultAtRegistration(creditCode, input.demo);
  if (fault !== null) return refuse(fault, 'creditCode');
  const founded = await needs.foundOrganisation({ kind: 'supplier', name: input.name, creditCode, homeCityId: null, demo: input.demo });
  if (!founded.ok) return founded;
  const { organisationId } = founded.value;
  const person = await needs.enrol({
    name: input.contactName, login: input.login, password: input.password, ...(input.passwordHash === undefined ? {} : { passwordHash: input.passwordHash }),
    organisation: { id: organisationId, kind: 'supplier' }, roles: ['supplier.clerk', 'unit.administrator'], demo: input.demo,
  });
  if (!person.ok) {
    const { code } = person.refusal;
    if (code === 'role-of-another-kind') throw new Error('a supplier’s clerk does not fit a supplier');
    return refuse(code, person.refusal.field);
  }
  await needs.insertSupplier({ organisationId, kind: input.kind, address: input.address, contactName: input.contactName, phone: input.phone });
  needs.record({ kind: 'supplier-registered', subject: organisationId, body: { kind: input.kind }, cityId: null });
  needs.emit({ name: 'suppliers.registered@1', subject: organisationId, cityId: null, body: { organisationId, kind: input.kind } });
  return ok({ organisationId, ...person.value });
}
