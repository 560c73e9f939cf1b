/** The front door of identity for higher modules on the server. */
import type { WriteCall } from '#platform/database/call.ts';
import { newId } from '#platform/clock.ts';
import { passwords } from '#platform/passwords.ts';
import { takeSeat } from '#platform/database/duty.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { OrganisationKind, Role } from '#kernel/policy.ts';
import { enrolPerson, foundOrganisation } from './operations/found.ts';
import { insertCity } from './store/cities.ts';
import { accountOf } from './store/credentials.ts';
import { insertMembership, insertOrganisation, insertPerson } from './store/people.ts';

export { isMember } from './store/people.ts';
export { cityBySlug, listCities } from './store/cities.ts';
export { actorOfToken } from './store/sessions.ts';
export { newToken, tokenHash } from './tokens.ts';
export type { EnrolRefusal } from './operations/found.ts';

/** The login of one person, for the copy of their own data: the transaction takes their seat, and no statement can list logins. */
export async function ownLogin(tx: Tx, personId: string): Promise<string> {
  await takeSeat(tx, { personId, organisationId: null });
  return (await accountOf(tx, personId)).login;
}
export { changeRoles, decideProposal, invite, invitationLetter, makeInvitationLink, withdrawInvitation, type InvitationLetter } from './units.ts';
export { acceptInvitation, joinByInvitation } from './joining.ts';

/** Founds a city in the caller's transaction. */
export async function foundCity(call: WriteCall, city: { slug: string; nameZh: string; nameEn: string; demo: boolean }): Promise<{ cityId: string }> {
  const id = newId();
  await insertCity(call.tx, { id, ...city }, call.now);
  call.record({ kind: 'city-founded', subject: id, body: city, cityId: null });
  return { cityId: id };
}

/** Registers an organisation in the caller's transaction. */
export const registerOrganisation = (call: WriteCall, input: { kind: OrganisationKind; name: string; creditCode: string | null; homeCityId: string | null; demo: boolean }) =>
  foundOrganisation({ newId, insertOrganisation: (o) => insertOrganisation(call.tx, o, call.now), record: call.record }, input);

/** Enrols a person in the caller's transaction. `passwordHash` may be given where it was derived beforehand. */
export const enrol = (call: WriteCall, input: { name: string; login: string; password: string; organisation: { id: string; kind: OrganisationKind }; roles: readonly Role[]; demo: boolean; passwordHash?: string }) =>
  enrolPerson(
    {
      newId,
      hashPassword: (password) => (input.passwordHash === undefined ? passwords.hash(password) : Promise.resolve(input.passwordHash)),
      insertPerson: (p) => insertPerson(call.tx, p, call.now),
      insertMembership: (m) => insertMembership(call.tx, m, call.now),
      record: call.record,
    },
    input,
  );

export type { Tx };
