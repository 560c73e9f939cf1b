import { z } from 'zod';
import { BothTexts, Instant, Nothing, operation, Uuid } from '#kernel/wire.ts';
import { Doer, Kind, RoleName } from './shapes.ts';

/** One operation that a role opens. `of` says whose things: of the own organisation, of the whole city, of what no city owns. */
export const Right = z.object({ operation: z.string(), module: z.string(), text: BothTexts, acts: z.boolean(), of: z.enum(['own', 'city', 'platform']) });
export type Right = z.infer<typeof Right>;

export const HeldRole = z.object({
  role: RoleName, since: Instant,
  /** Null where it came with the registration of the organisation. */
  grantedBy: Doer.nullable(), confirmedBy: Doer.nullable(),
  rights: z.array(Right),
});

export const MembershipRights = z.object({
  membershipId: Uuid, organisationName: z.string(), kind: Kind, citySlug: z.string().nullable(), cityName: BothTexts.nullable(), roles: z.array(HeldRole),
  /** Whom to ask for more: the administrators of the unit, by name; where there are none, who brings one. */
  administrators: z.array(z.string()), otherwise: z.enum(['city', 'operator']),
});
export type MembershipRights = z.infer<typeof MembershipRights>;

export const myRights = operation
  .route({ method: 'GET', path: '/session/rights', summary: '我的权限 · What I may do', tags: ['identity'] })
  .input(Nothing)
  .output(z.object({ memberships: z.array(MembershipRights), everyone: z.array(Right) }));
