import { ok, refuse } from '#kernel/result.ts';
import { serve, type Routes, type ServeWiring } from '#platform/http/serve.ts';
import { passwords } from '#platform/passwords.ts';
import { accountReads, accountWrites } from './account.ts';
import { useCode } from './codes.ts';
import { contract } from './contract/index.ts';
import { clearCookie } from './cookie.ts';
import { FRESH_MINUTES } from './domain/fresh.ts';
import { enter, sessionView } from './entering.ts';
import { guessLimits, recoveryLimits, signOnLimits, touchLimits } from './limits.ts';
import { askForPasskey } from './passkeys.ts';
import { peopleHandlers } from './people-routes.ts';
import { policy } from './policy.ts';
import { proveWithPasskey, proveWithPassword, recoverWithCode, siteOf } from './proving.ts';
import { signOnReads, signOnWrites } from './sign-on-routes.ts';
import { oneTimeCodeOf } from './store/codes.ts';
import { listCities } from './store/cities.ts';
import { accountOf, NO_PASSWORD } from './store/credentials.ts';
import { passkeysOf } from './store/passkeys.ts';
import { membershipsOf } from './store/people.ts';
import { endSession, setMembership, touchSession } from './store/sessions.ts';

/** What a role opens is told from the policy of all routes, which only the wiring has. */
const routesIn = ({ served }: Pick<ServeWiring, 'served'>): Routes => serve(contract, policy, {
  reads: {
    ...accountReads,
    ...signOnReads,
    ...peopleHandlers(served).reads,
    session: async (call) => ok(await sessionView(call, call.actor?.personId ?? null, call.actor?.membershipId ?? null)),
    passkeyQuestion: async (call) => ok((await askForPasskey(siteOf(call), { purpose: 'sign-in', personId: null })) as never),
    touchQuestion: async (call) => {
      const { personId } = call.actor!;
      const known = await passkeysOf(call.tx, personId);
      const { passwordHash } = await accountOf(call.tx, personId);
      return ok({ passkey: known.length === 0 ? null : ((await askForPasskey(siteOf(call), { purpose: 'touch', personId }, known)) as never), password: passwordHash !== NO_PASSWORD, code: (await oneTimeCodeOf(call.tx, personId)) !== undefined });
    },
    cities: async (call) => ok(await listCities(call.tx)),
  },
  writes: {
    ...accountWrites,
    ...signOnWrites,
    ...peopleHandlers(served).writes,
    signIn: async (call, input) => {
      const proved = await proveWithPassword(call, input);
      return proved.ok ? ok(await enter(call, proved.value, proved.value.way)) : proved;
    },
    recover: async (call, input) => {
      const recovered = await recoverWithCode(call, input);
      return recovered.ok ? ok(await enter(call, recovered.value, 'recovery-code')) : recovered;
    },
    signInByPasskey: async (call, { answer }) => {
      const proved = await proveWithPasskey(call, { purpose: 'sign-in', personId: null }, answer);
      if (!proved.ok) return proved;
      const { login } = await accountOf(call.tx, proved.value.personId);
      return ok(await enter(call, { personId: proved.value.personId, login }, 'passkey'));
    },
    touch: async (call, input) => {
      const { personId, sessionId } = call.actor!;
      if ('answer' in input) {
        const proved = await proveWithPasskey(call, { purpose: 'touch', personId }, input.answer);
        if (!proved.ok) return proved;
      } else {
        if (!(await passwords.verify(input.password, (await accountOf(call.tx, personId)).passwordHash))) return refuse('password-wrong', 'password');
        if ((await oneTimeCodeOf(call.tx, personId)) !== undefined && (await useCode(call.tx, call.vault, personId, input.code ?? '', call.now)) === undefined) return refuse('code-wrong', 'code');
      }
      await touchSession(call.tx, sessionId, call.now);
      call.record({ kind: 'session-touched', subject: personId, body: { session: sessionId, way: 'answer' in input ? 'passkey' : 'password' }, cityId: null });
      return ok({ freshUntil: new Date(call.now.getTime() + FRESH_MINUTES * 60_000).toISOString() });
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
  limits: {
    signIn: guessLimits,
    recover: recoveryLimits,
    finishSignOn: signOnLimits,
    touch: touchLimits,
  },
});

export const routes: Routes = { contract, policy, router: (module, wiring) => routesIn(wiring).router(module, wiring) };
