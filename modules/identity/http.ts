import { ok, refuse } from '#kernel/result.ts';
import type { ReadCall } from '#platform/database/call.ts';
import { newId } from '#platform/clock.ts';
import { serve } from '#platform/http/serve.ts';
import { passwords } from '#platform/passwords.ts';
import { contract } from './contract/index.ts';
import type { Session } from './contract/session.ts';
import { clearCookie, setCookie } from './cookie.ts';
import { newToken } from './index.ts';
import { signIn } from './operations/sign-in.ts';
import { policy } from './policy.ts';
import { listCities } from './store/cities.ts';
import { membershipsOf, personByLogin } from './store/people.ts';
import { endSession, insertSession, setMembership } from './store/sessions.ts';
import { personView } from './store/person-view.ts';

async function sessionView(call: Pick<ReadCall, 'tx' | 'now'>, personId: string | null, membershipId: string | null): Promise<Session> {
  const person = personId === null ? null : await personView(call.tx, personId);
  const memberships = personId === null ? [] : await membershipsOf(call.tx, personId);
  return { person, memberships, active: memberships.find((m) => m.id === membershipId) ?? null, serverTime: call.now.toISOString() };
}

export const routes = serve(contract, policy, {
  reads: {
    session: async (call) => ok(await sessionView(call, call.actor?.personId ?? null, call.actor?.membershipId ?? null)),
    cities: async (call) => ok(await listCities(call.tx)),
  },
  writes: {
    signIn: async (call, input) => {
      const opened = await signIn(
        {
          now: call.now, newId, newToken, verifyPassword: passwords.verify, record: call.record,
          people: { byLogin: (login) => personByLogin(call.tx, login), memberships: (id) => membershipsOf(call.tx, id) },
          openSession: (session) => insertSession(call.tx, session, call.now),
        },
        input,
      );
      if (!opened.ok) return opened;
      call.request.answer.headers.append('Set-Cookie', setCookie(opened.value.token));
      const memberships = await membershipsOf(call.tx, opened.value.personId);
      return ok(await sessionView(call, opened.value.personId, memberships[0]?.id ?? null));
    },
    signOut: async (call) => {
      const actor = call.actor!;
      await endSession(call.tx, actor.sessionId, call.now);
      call.record({ kind: 'session-ended', subject: actor.personId, body: { session: actor.sessionId }, cityId: null });
      call.request.answer.headers.append('Set-Cookie', clearCookie());
      return ok({ signedOut: true as const });
    },
    actAs: async (call, input) => {
      const actor = call.actor!;
      const memberships = await membershipsOf(call.tx, actor.personId);
      if (!memberships.some((m) => m.id === input.membershipId)) return refuse('not-found', 'membershipId');
      await setMembership(call.tx, actor.sessionId, input.membershipId);
      call.record({ kind: 'membership-chosen', subject: actor.personId, body: { membership: input.membershipId }, cityId: null });
      return ok(await sessionView(call, actor.personId, input.membershipId));
    },
  },
});
