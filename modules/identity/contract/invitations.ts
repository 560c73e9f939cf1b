import { z } from 'zod';
import { Instant, Line, Nothing, operation, refusals, Sha256, Uuid } from '#kernel/wire.ts';
import { Doer, Kind, Roles } from './shapes.ts';
import { INVITATION_STATES } from './words.ts';

/* An invitation as the invited person meets it. */

export const Invitation = z.object({
  id: Uuid, organisationName: z.string(), kind: Kind, demo: z.boolean(), citySlug: z.string().nullable(), name: z.string(), roles: Roles, invitedBy: Doer, endsAt: Instant, state: z.enum(INVITATION_STATES),
});
export type Invitation = z.infer<typeof Invitation>;

/** Asked by the hash of the link: an address is written down by proxies and histories, and the link itself must not be. */
export const invitation = operation
  .route({ method: 'GET', path: '/invitations/{hash}', summary: '查看邀请 · Look at an invitation', tags: ['identity'] })
  .input(z.strictObject({ hash: Sha256 }))
  .output(Invitation);

const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const ACCEPT_REFUSALS = { 'invitation-unknown': 410, 'invitation-unconfirmed': 409, 'invitation-used': 410, 'invitation-ended': 410, 'member-already': 409 } as const;
const Joined = z.object({ membershipId: Uuid, organisationId: Uuid });

export const acceptInvitation = operation
  .route({ method: 'POST', path: '/invitations/accept', summary: '以本人账号接受邀请 · Accept an invitation with the own account', tags: ['identity'] })
  .input(z.strictObject({ token: Token }))
  .output(Joined)
  .errors(refusals(ACCEPT_REFUSALS));

export const joinByInvitation = operation
  .route({ method: 'POST', path: '/invitations/join', summary: '注册账号并接受邀请 · Make an account and accept an invitation', tags: ['identity'] })
  .input(z.strictObject({ token: Token, name: Line(50), login: Line(64), password: z.string().min(1).max(500) }))
  .output(Joined)
  .errors(refusals({ ...ACCEPT_REFUSALS, 'login-not-usable': 422, 'login-taken': 409, 'password-too-short': 422, 'password-too-long': 422, 'password-is-login': 422 }));

export const myInvitations = operation
  .route({ method: 'GET', path: '/session/invitations', summary: '给我的邀请 · Invitations to me', tags: ['identity'] })
  .input(Nothing)
  .output(z.array(Invitation));

export const acceptMyInvitation = operation
  .route({ method: 'POST', path: '/session/invitations/{invitation}/accept', summary: '接受给我的邀请 · Accept an invitation to me', tags: ['identity'] })
  .input(z.strictObject({ invitation: Uuid }))
  .output(Joined)
  .errors(refusals(ACCEPT_REFUSALS));
