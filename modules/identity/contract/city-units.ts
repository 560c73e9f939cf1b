import { z } from 'zod';
import { CitySlug, Line, operation, refusals, Uuid } from '#kernel/wire.ts';
import { DECIDE_REFUSALS, Decided, Decision, INVITE_REFUSALS, Invited, LINK_REFUSALS, LinkMade } from './people.ts';
import { Invitee, Kind, UnitPeople } from './shapes.ts';

/* The units of a city: for its housing officers and the centre, who bring each unit its first administrator. */

const InUnit = { city: CitySlug, unit: Uuid };

export const cityUnits = operation
  .route({ method: 'GET', path: '/{city}/units', summary: '本市各单位 · The units of the city', tags: ['identity'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.array(z.object({ id: Uuid, kind: Kind, name: z.string(), creditCode: z.string().nullable(), demo: z.boolean(), people: z.number().int(), administrators: z.number().int(), proposals: z.number().int() })));

export const cityUnit = operation
  .route({ method: 'GET', path: '/{city}/units/{unit}', summary: '一个单位的人员、邀请和待确认的角色 · People, invitations and proposed roles of a unit', tags: ['identity'] })
  .input(z.strictObject(InUnit))
  .output(UnitPeople);

export const registerUnit = operation
  .route({ method: 'POST', path: '/{city}/units', summary: '登记单位 · Register a unit of the city', tags: ['identity'] })
  .input(z.strictObject({ city: CitySlug, kind: z.enum(['buyer', 'centre', 'finance']), name: Line(100).min(4), creditCode: z.string().trim().toUpperCase().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/) }))
  .output(z.object({ organisationId: Uuid }))
  .errors(refusals({ 'credit-code-registered': 409 }));

export const inviteAdministrator = operation
  .route({ method: 'POST', path: '/{city}/units/{unit}/invitations', summary: '邀请单位管理员 · Invite an administrator for a unit', tags: ['identity'] })
  .input(z.strictObject({ ...InUnit, ...Invitee }))
  .output(Invited)
  .errors(refusals(INVITE_REFUSALS));

export const makeAdministratorLink = operation
  .route({ method: 'POST', path: '/{city}/units/{unit}/invitations/{invitation}/link', summary: '生成单位管理员的邀请链接 · Make the link of an administrator’s invitation', tags: ['identity'] })
  .input(z.strictObject({ ...InUnit, invitation: Uuid }))
  .output(LinkMade)
  .errors(refusals(LINK_REFUSALS));

export const withdrawAdministratorInvitation = operation
  .route({ method: 'DELETE', path: '/{city}/units/{unit}/invitations/{invitation}', summary: '撤回单位管理员的邀请 · Take an administrator’s invitation back', tags: ['identity'] })
  .input(z.strictObject({ ...InUnit, invitation: Uuid }))
  .output(z.object({ invitationId: Uuid }))
  .errors(refusals({ 'invitation-used': 409, 'invitation-ended': 409 }));

export const decideUnitProposal = operation
  .route({ method: 'POST', path: '/{city}/units/{unit}/proposals/{proposal}', summary: '确认或不同意一个单位的角色提议 · Decide on proposed roles of a unit', tags: ['identity'] })
  .input(z.strictObject({ ...InUnit, proposal: Uuid, ...Decision }))
  .output(Decided)
  .errors(refusals(DECIDE_REFUSALS));
