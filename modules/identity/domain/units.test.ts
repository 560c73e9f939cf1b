import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POWERFUL_ROLES, ROLES, type Role } from '#kernel/policy.ts';
import { changeOfRoles, faultOfDeciding, grantingRole, powerful, type Granter } from './granting.ts';
import { faultOfAccepting, invitationEnd, invitationState, type InvitationLife, type InvitationState } from './invitation.ts';

const at = (text: string): Date => new Date(`2026-11-22T${text}Z`);
const [CITY, OTHER] = ['city', 'other-city'];
const by = (role: Role, change: Partial<Granter> = {}): Granter => ({ personId: 'p', organisationId: 'elsewhere', homeCityId: CITY, roles: [role], ...change });

test('who may give roles in a unit', () => {
  const unit = { id: 'unit', cityId: CITY };
  const supplier = { id: 'supplier', cityId: null };
  assert.equal(grantingRole(by('unit.administrator', { organisationId: 'unit' }), unit), 'unit.administrator');
  assert.equal(grantingRole(by('unit.administrator'), unit), null, 'an administrator of another unit');
  assert.equal(grantingRole(by('housing.officer'), unit), 'housing.officer');
  assert.equal(grantingRole(by('centre.reviewer'), unit), 'centre.reviewer');
  assert.equal(grantingRole(by('housing.officer', { homeCityId: OTHER }), unit), null, 'an officer of another city');
  assert.equal(grantingRole(by('operator.administrator', { homeCityId: null }), unit), null, 'the operator gives no role in a city');
  assert.equal(grantingRole(by('operator.administrator', { homeCityId: null }), supplier), 'operator.administrator');
  assert.equal(grantingRole(by('housing.officer'), supplier), null);
  for (const role of ROLES.filter((one) => !['unit.administrator', 'housing.officer', 'centre.reviewer', 'operator.administrator'].includes(one))) {
    assert.equal(grantingRole(by(role, { organisationId: 'unit' }), unit), null, role);
  }
});

test('ordinary roles come at once, powerful ones after a second yes, and taking away needs none', () => {
  assert.deepEqual(powerful(ROLES).toSorted(), [...POWERFUL_ROLES].toSorted());
  const change = changeOfRoles(['buyer.purchaser', 'unit.administrator'], ['buyer.purchaser', 'buyer.approver']);
  assert.deepEqual(change, { now: ['buyer.purchaser'], given: [], taken: ['unit.administrator'], proposed: ['buyer.approver'] });
  assert.deepEqual(changeOfRoles(['buyer.approver'], ['buyer.approver', 'buyer.purchaser']).now, ['buyer.approver', 'buyer.purchaser']);
});

test('nobody confirms what they proposed, nor their own roles', () => {
  assert.equal(faultOfDeciding({ proposedBy: 'a', forPerson: 'b' }, 'c'), null);
  assert.equal(faultOfDeciding({ proposedBy: 'a', forPerson: 'b' }, 'a'), 'own-proposal');
  assert.equal(faultOfDeciding({ proposedBy: 'a', forPerson: 'b' }, 'b'), 'own-roles');
  assert.equal(faultOfDeciding({ proposedBy: 'a', forPerson: null }, 'b'), null);
});

test('the life of an invitation', () => {
  const made = at('08:00:00');
  const open: InvitationLife = { endsAt: invitationEnd(made), acceptedAt: null, withdrawnAt: null, proposal: 'none' };
  const last = new Date(open.endsAt.getTime() - 1);
  assert.equal(invitationState(open, last), 'open');
  assert.equal(invitationState(open, open.endsAt), 'expired');
  assert.equal(invitationState({ ...open, proposal: 'open' }, last), 'awaiting-confirmation');
  assert.equal(invitationState({ ...open, proposal: 'open' }, open.endsAt), 'expired');
  assert.equal(invitationState({ ...open, proposal: 'confirmed' }, last), 'open');
  assert.equal(invitationState({ ...open, proposal: 'refused' }, last), 'refused');
  assert.equal(invitationState({ ...open, withdrawnAt: made }, last), 'withdrawn');
  assert.equal(invitationState({ ...open, acceptedAt: made }, open.endsAt), 'accepted', 'an accepted one does not expire');
  assert.deepEqual((['awaiting-confirmation', 'open', 'accepted', 'withdrawn', 'refused', 'expired'] satisfies InvitationState[]).filter((state) => faultOfAccepting(state) === null), ['open']);
});
