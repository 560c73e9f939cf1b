import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { modules } from '#app/modules.ts';
import { testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import type { Json } from '#kernel/canonical.ts';
import { ROLES, type Role } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { withConnection } from '#platform/database/embedded-cluster.ts';
import { invitationLetter } from './index.ts';

const t = await testPlatform();
const { pool } = t.everything;
const first = await t.person('unit.administrator', { name: '甲' });
const second = await t.person('unit.administrator', { with: first, name: '乙' });
const clerk = await t.person('buyer.purchaser', { with: first, name: '丙' });

const PASSWORD = '一句容易记住的示例话';
const hash = (token: string): string => createHash('sha256').update(token).digest('hex');
const send = (as: TestPerson | undefined, method: string, path: string, body: Json = {}) => t.request(method, `/api${path}`, { as, body });
const people = async (as: TestPerson = first) => (await t.request('GET', '/api/unit/people', { as })).body;
const invited = async (roles: Role[], change: Record<string, Json> = {}, as = first): Promise<string> => {
  const answer = await send(as, 'POST', '/unit/invitations', { name: '新人', login: null, mail: null, roles, ...change });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.invitationId;
};
const link = async (id: string, as = first): Promise<string> => (await send(as, 'POST', `/unit/invitations/${id}/link`)).body.token;
const join = (token: string, login: string) => send(undefined, 'POST', '/invitations/join', { token, name: '新来的人', login, password: PASSWORD });
const refused = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];

test('an invited person makes an account with the link, once; the database knows only its hash', async () => {
  const id = await invited(['buyer.purchaser'], { mail: 'new@unit.example' });
  const token = await link(id);
  const shown = await t.request('GET', `/api/invitations/${hash(token)}`);
  assert.deepEqual([shown.body.state, shown.body.roles, shown.body.invitedBy.as], ['open', ['buyer.purchaser'], 'unit.administrator']);
  assert.ok(!JSON.stringify(shown.body).includes('new@unit.example'), 'whoever holds the link does not read the address');
  assert.deepEqual(refused(await join(token, 'ab')), [422, 'login-not-usable']);
  assert.deepEqual(refused(await join(token, clerk.login)), [409, 'login-taken']);
  assert.equal((await join(token, 'new.person')).status, 200);
  assert.deepEqual(refused(await join(token, 'another.person')), [410, 'invitation-used']);
  const signedIn = await send(undefined, 'POST', '/session', { login: 'new.person', password: PASSWORD });
  assert.deepEqual(signedIn.body.memberships.map((m: { organisationId: string; roles: string[] }) => [m.organisationId, m.roles]), [[first.organisationId, ['buyer.purchaser']]]);
  const { rows } = await pool.query("select encode(token_hash, 'hex') as kept from identity.invitation_token where invitation_id = $1", [id]);
  assert.equal(rows[0].kept, hash(token));
  const { rows: kept } = await pool.query(`select exists (select from ledger.entry where content like '%' || $1 || '%') or exists (select from platform.idempotency where response like '%' || $1 || '%')
    or exists (select from platform.outbox where body like '%' || $1 || '%' or body like '%new@unit.example%') or exists (select from ledger.entry where content like '%new@unit.example%') as leaked`, [token]);
  assert.equal(kept[0].leaked, false, 'neither link nor address lies in the ledger, the outbox or the stored answers');
});

test('somebody with an account takes an invitation with it: by link, or in the workbench', async () => {
  const other = await t.person('buyer.purchaser', { name: '丁' });
  const token = await link(await invited(['buyer.purchaser']));
  assert.equal((await send(undefined, 'POST', '/invitations/accept', { token })).status, 401);
  assert.equal((await send(other, 'POST', '/invitations/accept', { token })).status, 200);
  assert.deepEqual(refused(await send(other, 'POST', '/invitations/accept', { token: await link(await invited(['buyer.purchaser'])) })), [409, 'member-already']);

  const third = await t.person('buyer.purchaser', { name: '戊' });
  const id = await invited(['buyer.purchaser'], { login: third.login.toUpperCase() });
  assert.deepEqual((await t.request('GET', '/api/session/invitations', { as: third })).body.map((one: { id: string }) => one.id), [id]);
  assert.deepEqual((await t.request('GET', '/api/session/invitations', { as: other })).body, []);
  assert.equal((await send(other, 'POST', `/session/invitations/${id}/accept`)).status, 404, 'it is made out to another account');
  assert.equal((await send(third, 'POST', `/session/invitations/${id}/accept`)).status, 200);
  const mine = (await t.request('GET', '/api/session', { as: third })).body.memberships;
  assert.equal(mine.length, 2, 'one person, two units');
  const seat = mine.find((one: { organisationId: string }) => one.organisationId === first.organisationId);
  assert.equal((await send(third, 'PUT', '/session/membership', { membershipId: seat.id })).body.active.organisationId, first.organisationId);
});

test('a link ends: by a newer one, by being taken back, after seven days', async () => {
  const id = await invited(['buyer.purchaser']);
  const [old, fresh] = [await link(id), await link(id)];
  assert.deepEqual(refused(await join(old, `p-${newId().slice(-8)}`)), [410, 'invitation-unknown']);
  assert.equal((await t.request('GET', `/api/invitations/${hash(old)}`)).status, 404);
  assert.equal((await send(first, 'DELETE', `/unit/invitations/${id}`)).status, 200);
  assert.deepEqual(refused(await join(fresh, `p-${newId().slice(-8)}`)), [410, 'invitation-ended']);
  assert.deepEqual(refused(await send(first, 'POST', `/unit/invitations/${id}/link`)), [409, 'invitation-ended']);
  const late = await invited(['buyer.purchaser']);
  const token = await link(late);
  // An invitation's end cannot be moved by the application; the owner of the database stands for seven days.
  await withConnection(t.ownerUrl, (owner) => owner.query("update identity.invitation set ends_at = now() - interval '1 second' where id = $1", [late]));
  assert.deepEqual(refused(await join(token, `p-${newId().slice(-8)}`)), [410, 'invitation-ended']);
});

test('ten at once with one link: one account comes in', async () => {
  const token = await link(await invited(['buyer.purchaser']));
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => join(token, `race-${at}`)));
  assert.equal(answers.filter((one) => one.status === 200).length, 1);
  assert.ok(answers.filter((one) => one.status !== 200).every((one) => one.body.code === 'invitation-used'), JSON.stringify(answers.map((one) => one.body.code)));
});

test('a powerful role is proposed by one and confirmed by another', async () => {
  const before = await people();
  const member = before.members.find((one: { name: string }) => one.name === '丙');
  const change = await send(first, 'PUT', `/unit/people/${member.id}/roles`, { roles: ['buyer.purchaser', 'buyer.approver'] });
  assert.deepEqual(change.body, { roles: ['buyer.purchaser'], proposed: ['buyer.approver'] });
  assert.deepEqual((await t.request('GET', '/api/session', { as: clerk })).body.active.roles, ['buyer.purchaser'], 'not before the second yes');
  assert.deepEqual(refused(await send(first, 'PUT', `/unit/people/${member.id}/roles`, { roles: ['buyer.purchaser', 'unit.administrator'] })), [409, 'proposal-open']);
  const proposal = (await people(second)).proposals.find((one: { forName: string }) => one.forName === '丙');
  assert.deepEqual(proposal.may, { confirm: true, refuse: true, withdraw: false });
  assert.deepEqual(refused(await send(first, 'POST', `/unit/proposals/${proposal.id}`, { confirms: true, reason: null })), [403, 'own-proposal']);
  assert.deepEqual(refused(await send(second, 'POST', `/unit/proposals/${proposal.id}`, { confirms: false, reason: null })), [422, 'reason-missing']);
  assert.equal((await send(clerk, 'POST', `/unit/proposals/${proposal.id}`, { confirms: true, reason: null })).status, 403);
  assert.equal((await send(second, 'POST', `/unit/proposals/${proposal.id}`, { confirms: true, reason: null })).body.decision, 'confirmed');
  assert.deepEqual(refused(await send(second, 'POST', `/unit/proposals/${proposal.id}`, { confirms: true, reason: null })), [409, 'proposal-decided']);
  assert.deepEqual((await t.request('GET', '/api/session', { as: clerk })).body.active.roles, ['buyer.purchaser', 'buyer.approver']);
});

test('an invitation with a powerful role waits too; in a unit with one administrator the city confirms', async () => {
  const alone = await t.person('unit.administrator', { name: '独' });
  const id = await invited(['buyer.approver'], {}, alone);
  assert.deepEqual(refused(await send(alone, 'POST', `/unit/invitations/${id}/link`)), [409, 'invitation-unconfirmed']);
  const proposal = (await people(alone)).proposals[0];
  const [officer, foreign, operator] = [await t.person('housing.officer'), await t.person('housing.officer', { city: t.yunxi }), await t.person('operator.administrator')];
  const path = `/huzhou/units/${alone.organisationId}/proposals/${proposal.id}`;
  for (const as of [foreign, operator]) assert.equal((await send(as, 'POST', path, { confirms: true, reason: null })).status, 403);
  assert.equal((await send(officer, 'POST', path, { confirms: true, reason: null })).body.decision, 'confirmed');
  const newcomer = await join(await link(id, alone), `p-${newId().slice(-8)}`);
  const { rows } = await pool.query('select role, granted_as, confirmed_as from identity.role_grant where membership_id = $1', [newcomer.body.membershipId]);
  assert.deepEqual(rows, [{ role: 'buyer.approver', granted_as: 'unit.administrator', confirmed_as: 'housing.officer' }]);
});

test('a unit’s first administrator comes by two of the city', async () => {
  const [reviewer, officer] = [await t.person('centre.reviewer'), await t.person('housing.officer')];
  const made = await send(reviewer, 'POST', '/huzhou/units', { kind: 'buyer', name: '湖州市示例新单位', creditCode: '12330500MB0123456X' });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  const unit = made.body.organisationId;
  const asked = await send(reviewer, 'POST', `/huzhou/units/${unit}/invitations`, { name: '首任', login: null, mail: null });
  assert.equal(asked.body.awaitsConfirmation, true);
  const { proposals } = (await t.request('GET', `/api/huzhou/units/${unit}`, { as: officer })).body;
  assert.deepEqual(refused(await send(reviewer, 'POST', `/huzhou/units/${unit}/proposals/${proposals[0].id}`, { confirms: true, reason: null })), [403, 'own-proposal']);
  assert.equal((await send(officer, 'POST', `/huzhou/units/${unit}/proposals/${proposals[0].id}`, { confirms: true, reason: null })).status, 200);
  const { token } = (await send(officer, 'POST', `/huzhou/units/${unit}/invitations/${asked.body.invitationId}/link`)).body;
  assert.equal((await join(token, 'first.administrator')).status, 200);
  const listed = (await t.request('GET', '/api/huzhou/units', { as: officer })).body.find((one: { id: string }) => one.id === unit);
  assert.deepEqual([listed.people, listed.administrators, listed.proposals], [1, 1, 0]);
});

test('nobody changes their own roles, takes a role of another kind, or leaves a unit without an administrator', async () => {
  const alone = await t.person('unit.administrator', { name: '独' });
  const mate = await t.person('buyer.purchaser', { with: alone });
  assert.deepEqual(refused(await send(alone, 'PUT', `/unit/people/${alone.membershipId}/roles`, { roles: ['buyer.purchaser'] })), [403, 'own-roles']);
  assert.deepEqual(refused(await send(alone, 'PUT', `/unit/people/${mate.membershipId}/roles`, { roles: ['supplier.clerk'] })), [422, 'role-of-another-kind']);
  assert.deepEqual(refused(await send(alone, 'POST', '/unit/invitations', { name: '人', login: null, mail: null, roles: ['centre.reviewer'] })), [422, 'role-of-another-kind']);
  const taken = await send(first, 'PUT', `/unit/people/${second.membershipId}/roles`, { roles: [] });
  assert.equal(taken.status, 200);
  assert.equal((await t.request('GET', '/api/unit/people', { as: second })).status, 403, 'gone with the next request');
});

test('a letter gets a link of its own, made when it is written', async () => {
  const id = await invited(['buyer.purchaser'], { mail: 'letter@unit.example' });
  const mine = await link(id);
  const letter = { text: '' };
  await t.act({}, async (call) => {
    const made = await invitationLetter(call, id);
    assert.equal(made?.mail, 'letter@unit.example');
    letter.text = made!.token;
    return { ok: true, value: undefined };
  });
  for (const token of [mine, letter.text]) assert.equal((await t.request('GET', `/api/invitations/${hash(token)}`)).status, 200, 'both stand beside each other');
});

test('what a person is told they may do is what the policy lets in', async () => {
  for (const role of ROLES) {
    const person = await t.person(role);
    const told = (await t.request('GET', '/api/session/rights', { as: person })).body;
    const allowed = modules.flatMap((module) => [
      ...Object.entries(module.routes?.policy ?? {}).map(([name, rule]) => ({ name: `${module.name}.${name}`, rule })),
      ...(module.byteRoutes ?? []).map(({ name, rule }) => ({ name: `${module.name}.${name}`, rule })),
    ]).filter(({ rule }) => Array.isArray(rule.who) && rule.who.includes(role)).map(({ name }) => name);
    assert.deepEqual(told.memberships[0].roles[0].rights.map((right: { operation: string }) => right.operation).toSorted(), allowed.toSorted(), role);
    assert.ok(told.memberships[0].roles[0].rights.every((right: { text: { en: string; 'zh-CN': string } }) => right.text.en !== '' && right.text['zh-CN'] !== right.text.en), 'said in both languages');
  }
  const mine = (await t.request('GET', '/api/session/rights', { as: clerk })).body.memberships[0];
  const approver = mine.roles.find((one: { role: string }) => one.role === 'buyer.approver');
  assert.deepEqual([approver.grantedBy, approver.confirmedBy], [{ name: '甲', as: 'unit.administrator' }, { name: '乙', as: 'unit.administrator' }]);
  assert.deepEqual(mine.administrators, ['甲']);
});
