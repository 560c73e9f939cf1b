import { identity, PEOPLE } from '../client.ts';
import type { Role } from '#kernel/policy.ts';

/** The acts of one desk on the people of a unit: the unit's own administrator's, or the city's. What a desk does not have is null. */
export type Acts = {
  readonly invite: (input: { name: string; login: string | null; mail: string | null; roles: Role[] }, key: string) => Promise<{ invitationId: string; awaitsConfirmation: boolean }>;
  readonly link: (invitation: string, key: string) => Promise<{ token: string; endsAt: string }>;
  readonly withdraw: (invitation: string, key: string) => Promise<unknown>;
  readonly decide: (input: { proposal: string; confirms: boolean; reason: string | null }, key: string) => Promise<{ decision: 'confirmed' | 'refused' | 'withdrawn' }>;
  readonly changeRoles: ((input: { membership: string; roles: Role[] }, key: string) => Promise<{ proposed: Role[] }>) | null;
  /** The city's desks invite administrators only. */
  readonly onlyAdministrators: boolean;
};

export const ownActs: Acts = {
  invite: (input, key) => identity.invite(input, { context: { key } }),
  link: (invitation, key) => identity.makeInvitationLink({ invitation }, { context: { key } }),
  withdraw: (invitation, key) => identity.withdrawInvitation({ invitation }, { context: { key } }),
  decide: (input, key) => identity.decideProposal(input, { context: { key } }),
  changeRoles: (input, key) => identity.changeRoles(input, { context: { key } }),
  onlyAdministrators: false,
};

export const cityActs = (city: string, unit: string): Acts => ({
  invite: ({ name, login, mail }, key) => identity.inviteAdministrator({ city, unit, name, login, mail }, { context: { key } }),
  link: (invitation, key) => identity.makeAdministratorLink({ city, unit, invitation }, { context: { key } }),
  withdraw: (invitation, key) => identity.withdrawAdministratorInvitation({ city, unit, invitation }, { context: { key } }),
  decide: (input, key) => identity.decideUnitProposal({ city, unit, ...input }, { context: { key } }),
  changeRoles: null,
  onlyAdministrators: true,
});

export const REFRESHED = [PEOPLE] as const;
