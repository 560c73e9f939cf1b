import { z } from 'zod';
import { Instant, Nothing, operation, Paragraph, refusals, Uuid } from '#kernel/wire.ts';
import { Invitee, RoleName, Roles, UnitPeople } from './shapes.ts';

/* The people of the own unit: for its administrator. */

export const unitPeople = operation
  .route({ method: 'GET', path: '/unit/people', summary: '本单位人员、邀请和待确认的角色 · People, invitations and proposed roles of the own unit', tags: ['identity'] })
  .input(Nothing)
  .output(UnitPeople);

export const INVITE_REFUSALS = { 'role-of-another-kind': 422, 'login-not-usable': 422, 'invitations-too-many': 409 } as const;
export const Invited = z.object({ invitationId: Uuid, awaitsConfirmation: z.boolean() });

export const invite = operation
  .route({ method: 'POST', path: '/unit/invitations', summary: '邀请人员加入本单位 · Invite somebody into the own unit', tags: ['identity'] })
  .input(z.strictObject({ ...Invitee, roles: Roles.min(1) }))
  .output(Invited)
  .errors(refusals(INVITE_REFUSALS));

export const LINK_REFUSALS = { 'invitation-unconfirmed': 409, 'invitation-used': 409, 'invitation-ended': 409 } as const;
/** The token is told here and nowhere else: the answer is not kept. */
export const LinkMade = z.object({ token: z.string(), endsAt: Instant });

export const makeInvitationLink = operation
  .route({ method: 'POST', path: '/unit/invitations/{invitation}/link', summary: '生成邀请链接 · Make the one-time link of an invitation', tags: ['identity'] })
  .input(z.strictObject({ invitation: Uuid }))
  .output(LinkMade)
  .errors(refusals(LINK_REFUSALS));

export const withdrawInvitation = operation
  .route({ method: 'DELETE', path: '/unit/invitations/{invitation}', summary: '撤回邀请 · Take an invitation back', tags: ['identity'] })
  .input(z.strictObject({ invitation: Uuid }))
  .output(z.object({ invitationId: Uuid }))
  .errors(refusals({ 'invitation-used': 409, 'invitation-ended': 409 }));

export const changeRoles = operation
  .route({ method: 'PUT', path: '/unit/people/{membership}/roles', summary: '变更本单位人员的角色 · Change the roles of a member of the own unit', tags: ['identity'] })
  .input(z.strictObject({ membership: Uuid, roles: Roles }))
  .output(z.object({ roles: Roles, proposed: z.array(RoleName) }))
  .errors(refusals({ 'own-roles': 403, 'role-of-another-kind': 422, 'last-administrator': 409, 'proposal-open': 409 }));

export const DECIDE_REFUSALS = { 'proposal-decided': 409, 'own-proposal': 403, 'own-roles': 403, 'reason-missing': 422 } as const;
export const Decision = { confirms: z.boolean(), reason: Paragraph(300).nullable() };
export const Decided = z.object({ decision: z.enum(['confirmed', 'refused', 'withdrawn']) });

export const decideProposal = operation
  .route({ method: 'POST', path: '/unit/proposals/{proposal}', summary: '确认或不同意本单位的角色提议 · Decide on proposed roles of the own unit', tags: ['identity'] })
  .input(z.strictObject({ proposal: Uuid, ...Decision }))
  .output(Decided)
  .errors(refusals(DECIDE_REFUSALS));
