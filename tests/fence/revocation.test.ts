import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '#platform/clock.ts';
import type { Role } from '#kernel/policy.ts';
import { testPlatform, type TestPerson } from '#app/test-kit/platform.ts';

/* Rights that are given and taken while their holder works: what the next request may do follows from what was committed before it began. */

const t = await testPlatform();
const { pool } = t.everything;

const buyer = await t.person('buyer.purchaser');
const centre = await t.person('centre.reviewer');
const supplier = await t.person('supplier.clerk');
/** What each seat may ask, and nobody without it. */
const SEATS = [
  { in: buyer, roles: ['buyer.purchaser', 'buyer.approver'] as Role[], path: `/api/${t.huzhou.slug}/basket`, who: ['buyer.purchaser', 'buyer.approver'] as Role[] },
  { in: centre, roles: ['centre.reviewer'] as Role[], path: `/api/${t.huzhou.slug}/suppliers/admissions`, who: ['centre.reviewer'] as Role[] },
  { in: supplier, roles: ['supplier.clerk'] as Role[], path: '/api/documents/evidence', who: ['supplier.clerk'] as Role[] },
] as const;

const insert = async (person: TestPerson, organisationId: string, roles: readonly Role[]): Promise<string> => {
  const id = newId();
  await pool.query('insert into identity.membership (id, person_id, organisation_id, roles, created_at) values ($1, $2, $3, $4, now())', [id, person.personId, organisationId, roles]);
  return id;
};
const end = (membership: string) => pool.query('update identity.membership set ended_at = now() where id = $1', [membership]);
const reopen = (membership: string, roles: readonly Role[]) => pool.query('update identity.membership set ended_at = null, roles = $2 where id = $1', [membership, roles]);

type Held = { id: string; roles: readonly Role[]; ended: boolean };
type Step = { readonly act: 'grant' | 'revoke' | 'sit' | 'ask' | 'ask-here'; readonly seat: number; readonly role: number };
const step: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom('grant' as const, 'revoke' as const, 'sit' as const, 'sit' as const, 'ask' as const, 'ask-here' as const, 'ask-here' as const), seat: fc.nat(SEATS.length - 1), role: fc.nat(1) });

test('in any order of giving, taking, changing seats and asking, a request may what its seat holds at that moment', async () => {
  let asked = 0;
  let allowed = 0;
  let taken = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
    const person = await t.person('expert.member');
    const held = new Map<number, Held>();
    let seat: number | null = null;
    for (const { act, seat: chosen, role } of steps) {
      const at = SEATS[chosen]!;
      const before = held.get(chosen);
      if (act === 'grant') {
        const roles = [at.roles[role % at.roles.length]!];
        if (before === undefined) held.set(chosen, { id: await insert(person, at.in.organisationId, roles), roles, ended: false });
        else {
          await reopen(before.id, roles);
          held.set(chosen, { ...before, roles, ended: false });
        }
      } else if (act === 'revoke' && before !== undefined) {
        await end(before.id);
        held.set(chosen, { ...before, ended: true });
      } else if (act === 'sit') {
        const answer = await t.request('PUT', '/api/session/membership', { as: person, body: { membershipId: before?.id ?? newId() } });
        const may = before !== undefined && !before.ended;
        assert.equal(answer.status, may ? 200 : 404, `a seat ${may ? 'held' : 'not held'} is ${may ? 'taken' : 'refused'}`);
        if (may) seat = chosen;
      } else if (act === 'ask' || (act === 'ask-here' && seat !== null)) {
        const asking: number = act === 'ask' ? chosen : seat!;
        const at = SEATS[asking]!;
        const mine: Held | undefined = seat === null ? undefined : held.get(seat);
        const may: boolean = seat === asking && mine !== undefined && !mine.ended && mine.roles.some((one) => at.who.includes(one));
        const answer = await t.request('GET', at.path, { as: person });
        assert.equal(answer.status, may ? 200 : 403, `${at.path} ${JSON.stringify({ seat, held: [...held] })}`);
        asked += 1;
        if (may) allowed += 1;
        else if (seat === asking && mine?.ended === true) taken += 1;
      }
    }
  }), { numRuns: 25 });
  assert.ok(allowed > 10 && taken > 5, `${asked} asked, ${allowed} allowed, ${taken} from a seat that was taken away`);
});

test('a request that begins after the commit of a revocation has no right, however many are under way', async () => {
  for (let round = 0; round < 5; round++) {
    const person = await t.person('buyer.purchaser', { with: buyer });
    assert.equal((await t.request('GET', SEATS[0].path, { as: person })).status, 200, 'before it, the right is there');
    const asking: Promise<{ afterCommit: boolean; status: number }>[] = [];
    let committed = false;
    const ask = (): void => {
      const afterCommit = committed;
      // Reading and writing: a basket is looked at, a line that nobody offers is taken out.
      const [method, path, body] = asking.length % 2 === 0 ? ['GET', SEATS[0].path, undefined] as const : ['DELETE', `${SEATS[0].path}/${newId()}`, {}] as const;
      asking.push(t.request(method, path, { as: person, body }).then(({ status }) => ({ afterCommit, status })));
    };
    for (let i = 0; i < 10; i++) ask();
    const revoked = pool.query('update identity.membership set ended_at = now() where id = $1', [person.membershipId]).then(() => (committed = true));
    for (let i = 0; i < 10; i++) {
      ask();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await revoked;
    for (let i = 0; i < 10; i++) ask();
    const answers = await Promise.all(asking);
    assert.deepEqual(answers.filter((one) => one.afterCommit && one.status !== 403), []);
    assert.ok(answers.filter((one) => one.afterCommit).length >= 10);
  }
});
