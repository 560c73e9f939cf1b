import type { OrganisationKind, Role } from '#kernel/policy.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { loginOf, passwordFault } from '../domain/login.ts';
import { faultOfRoles } from '../domain/roles.ts';

type Recording = (entry: { kind: string; subject: string; body: Record<string, string | boolean | null | string[]>; cityId: null }) => void;

export type FoundOrganisationNeeds = {
  readonly newId: () => string;
  readonly insertOrganisation: (o: { id: string; kind: OrganisationKind; name: string; creditCode: string | null; homeCityId: string | null; demo: boolean }) => Promise<boolean>;
  readonly record: Recording;
};

/** Registers an organisation once: the same credit code is refused, whoever brings it. */
export async function foundOrganisation(
  needs: FoundOrganisationNeeds,
  input: { kind: OrganisationKind; name: string; creditCode: string | null; homeCityId: string | null; demo: boolean },
): Promise<Result<{ organisationId: string }, 'credit-code-registered'>> {
  const id = needs.newId();
  if (!(await needs.insertOrganisation({ id, ...input }))) return refuse('credit-code-registered', 'creditCode');
  needs.record({ kind: 'organisation-registered', subject: id, body: { kind: input.kind, name: input.name, creditCode: input.creditCode, homeCity: input.homeCityId, demo: input.demo }, cityId: null });
  return ok({ organisationId: id });
}

export type EnrolPersonNeeds = {
  readonly newId: () => string;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly insertPerson: (p: { id: string; name: string; login: string; passwordHash: string; demo: boolean }) => Promise<boolean>;
  readonly insertMembership: (m: { id: string; personId: string; organisationId: string; roles: readonly Role[] }) => Promise<void>;
  readonly record: Recording;
};

export type EnrolRefusal = 'login-not-usable' | 'login-taken' | 'password-too-short' | 'password-too-long' | 'password-is-login' | 'role-of-another-kind';

/** Enrols a person with a first membership. The password itself is never kept, nor is the login in the ledger. */
export async function enrolPerson(
  needs: EnrolPersonNeeds,
  input: { name: string; login: string; password: string; organisation: { id: string; kind: OrganisationKind }; roles: readonly Role[]; demo: boolean },
): Promise<Result<{ personId: string; membershipId: string }, EnrolRefusal>> {
  const login = loginOf(input.login);
  if (login === undefined) return refuse('login-not-usable', 'login');
  const fault = passwordFault(input.password, login);
  if (fault !== null) return refuse(fault, 'password');
  if (faultOfRoles(input.organisation.kind, input.roles) !== null) return refuse('role-of-another-kind', 'roles');
  const personId = needs.newId();
  const passwordHash = await needs.hashPassword(input.password);
  if (!(await needs.insertPerson({ id: personId, name: input.name, login, passwordHash, demo: input.demo }))) return refuse('login-taken', 'login');
  const membershipId = needs.newId();
  await needs.insertMembership({ id: membershipId, personId, organisationId: input.organisation.id, roles: input.roles });
  needs.record({ kind: 'person-enrolled', subject: personId, body: { membership: membershipId, organisation: input.organisation.id, roles: [...input.roles] }, cityId: null });
  return ok({ personId, membershipId });
}
