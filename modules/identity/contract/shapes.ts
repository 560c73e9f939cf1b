import { z } from 'zod';
import { ORGANISATION_KINDS, ROLES } from '#kernel/policy.ts';
import { Instant, Line, Uuid } from '#kernel/wire.ts';
import { INVITATION_STATES } from './words.ts';

export const RoleName = z.enum(ROLES);
export const Kind = z.enum(ORGANISATION_KINDS);
export const Roles = z.array(RoleName).max(ROLES.length);

/** An address as mail knows it; whether it exists only a mail can tell. */
export const MailAddress = z.string().trim().max(200).regex(/^[^\s@<>"',;:()[\]\\]+@[^\s@<>"',;:()[\]\\]+\.[^\s@<>"',;:()[\]\\]+$/);
export const Invitee = { name: Line(50), login: Line(64).nullable(), mail: MailAddress.nullable() };

/** Who did something, in which of their roles. */
export const Doer = z.object({ name: z.string(), as: RoleName });

export const InvitationView = z.object({
  id: Uuid, name: z.string(), login: z.string().nullable(), mail: z.string().nullable(), roles: Roles, state: z.enum(INVITATION_STATES), invitedBy: Doer, invitedAt: Instant, endsAt: Instant,
  acceptedBy: z.string().nullable(),
  may: z.object({ makeLink: z.boolean(), withdraw: z.boolean() }),
});
export type InvitationView = z.infer<typeof InvitationView>;

export const ProposalView = z.object({
  id: Uuid, forName: z.string(), invited: z.boolean(), roles: Roles, proposedBy: Doer, proposedAt: Instant,
  may: z.object({ confirm: z.boolean(), refuse: z.boolean(), withdraw: z.boolean() }),
});
export type ProposalView = z.infer<typeof ProposalView>;

export const MemberView = z.object({ id: Uuid, name: z.string(), roles: Roles, since: Instant, self: z.boolean(), may: z.object({ changeRoles: z.boolean() }) });
export type MemberView = z.infer<typeof MemberView>;

/** A unit with its people, as whoever gives its roles sees it. */
export const UnitPeople = z.object({
  unit: z.object({ id: Uuid, name: z.string(), kind: Kind, demo: z.boolean() }),
  members: z.array(MemberView), invitations: z.array(InvitationView), proposals: z.array(ProposalView),
  /** The roles an organisation of this kind has, and those among them that need a second person. */
  roles: Roles, powerful: Roles,
  /** Who else could confirm: without anybody a proposal waits for the city's desks. */
  seconds: z.number().int(),
});
export type UnitPeople = z.infer<typeof UnitPeople>;
