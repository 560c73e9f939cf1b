import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { ok, refuse } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { Handlers } from '#platform/http/serve.ts';
import { passwords } from '#platform/passwords.ts';
import type { contract } from './contract/index.ts';
import { drawCodes, newSetup, readSetup } from './codes.ts';
import type { Writing } from './entering.ts';
import { addPasskey } from './operations/add-passkey.ts';
import { changePassword } from './operations/change-password.ts';
import { askForNewPasskey, passkeyIn } from './passkeys.ts';
import { siteOf } from './proving.ts';
import { oneTimeCodeOf, recoveryCodesLeft, removeOneTimeCode, replaceRecoveryCodes, setOneTimeCode } from './store/codes.ts';
import { accountOf, NO_PASSWORD, setPassword } from './store/credentials.ts';
import { linksOf } from './store/sign-on.ts';
import { answerChallenge, endPasskey, insertPasskey, passkeysOf } from './store/passkeys.ts';
import { endOtherSessions, endSessionOf, openSessions } from './store/sessions.ts';

/* What a person does with their own account. Every route of these is asked by somebody who is signed in. */

type Own = Handlers<typeof contract>;

/** Ends the person's sessions but this one: after every change of how they sign in. */
const endOthers = (call: Writing) => (): Promise<number> => endOtherSessions(call.tx, call.actor!.personId, call.actor!.sessionId, call.now);

export const accountReads = {
  account: async (call) => {
    const { personId, sessionId } = call.actor!;
    const { name, login, passwordHash } = await accountOf(call.tx, personId);
    const passkeys = await passkeysOf(call.tx, personId);
    const sessions = await openSessions(call.tx, personId, call.now);
    const codes = await oneTimeCodeOf(call.tx, personId);
    const recovery = await recoveryCodesLeft(call.tx, personId);
    return ok({
      name, login, password: passwordHash !== NO_PASSWORD,
      oneTimeCodesSince: codes?.createdAt.toISOString() ?? null,
      signOns: (await linksOf(call.tx, personId)).map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
      recoveryCodes: recovery.drawnAt === null ? null : { left: recovery.left, drawnAt: recovery.drawnAt.toISOString() },
      passkeys: passkeys.map((one) => ({ id: one.id, name: one.name, backedUp: one.backedUp, createdAt: one.createdAt.toISOString(), lastUsedAt: one.lastUsedAt?.toISOString() ?? null })),
      sessions: sessions.map((one) => ({ id: one.id, device: one.device, way: one.way, openedAt: one.openedAt.toISOString(), lastSeenAt: one.lastSeenAt.toISOString(), current: one.id === sessionId })),
    });
  },
  newCodeSetup: async (call) => ok(newSetup(call.vault, await accountOf(call.tx, call.actor!.personId), call.now)),
  newPasskeyQuestion: async (call) => {
    const person = await accountOf(call.tx, call.actor!.personId);
    return ok((await askForNewPasskey(siteOf(call), person, await passkeysOf(call.tx, person.id))) as never);
  },
} satisfies Own['reads'];

export const accountWrites = {
  addPasskey: async (call, { name, answer }) => {
    const { personId } = call.actor!;
    return addPasskey(
      {
        newId, record: call.record, endOthers: endOthers(call),
        known: () => passkeysOf(call.tx, personId),
        brought: () => passkeyIn(siteOf(call), personId, answer as RegistrationResponseJSON),
        answerChallenge: ({ digest, endsAt }) => answerChallenge(call.tx, Buffer.from(digest), endsAt, call.now),
        insert: (passkey) => insertPasskey(call.tx, passkey, call.now),
      },
      { personId, name },
    );
  },
  removePasskey: async (call, { passkeyId }) => {
    const { personId } = call.actor!;
    if (!(await endPasskey(call.tx, personId, passkeyId, call.now))) return refuse('not-found', 'passkeyId');
    const left = await passkeysOf(call.tx, personId);
    if (left.length === 0 && (await accountOf(call.tx, personId)).passwordHash === NO_PASSWORD) return refuse('last-way');
    const sessionsEnded = await endOthers(call)();
    call.record({ kind: 'passkey-removed', subject: personId, body: { passkey: passkeyId, sessionsEnded }, cityId: null });
    return ok({ sessionsEnded });
  },
  changePassword: async (call, { password }) => {
    const { personId } = call.actor!;
    return changePassword(
      {
        record: call.record, endOthers: endOthers(call), hashPassword: passwords.hash,
        login: async () => (await accountOf(call.tx, personId)).login,
        setPassword: (hash) => setPassword(call.tx, personId, hash),
      },
      { personId, password },
    );
  },
  setOneTimeCodes: async (call, { setup, code }) => {
    const { personId } = call.actor!;
    const kept = readSetup(call.vault, personId, setup, code.replace(/\s/g, ''), call.now);
    if (kept === undefined) return refuse('code-wrong', 'code');
    await setOneTimeCode(call.tx, personId, kept, call.now);
    const sessionsEnded = await endOthers(call)();
    call.record({ kind: 'one-time-codes-set', subject: personId, body: { sessionsEnded }, cityId: null });
    return ok({ sessionsEnded });
  },
  removeOneTimeCodes: async (call) => {
    const { personId } = call.actor!;
    if (!(await removeOneTimeCode(call.tx, personId))) return refuse('not-found');
    const sessionsEnded = await endOthers(call)();
    call.record({ kind: 'one-time-codes-removed', subject: personId, body: { sessionsEnded }, cityId: null });
    return ok({ sessionsEnded });
  },
  drawRecoveryCodes: async (call) => {
    const { personId } = call.actor!;
    const codes = drawCodes(call.vault, personId);
    await replaceRecoveryCodes(call.tx, personId, codes, call.now);
    const sessionsEnded = await endOthers(call)();
    call.record({ kind: 'recovery-codes-drawn', subject: personId, body: { codes: codes.length, sessionsEnded }, cityId: null });
    return ok({ codes: codes.map(({ written }) => written), sessionsEnded });
  },
  endSession: async (call, { sessionId }) => {
    const { personId } = call.actor!;
    if (!(await endSessionOf(call.tx, personId, sessionId, call.now))) return refuse('not-found', 'sessionId');
    call.record({ kind: 'session-ended', subject: personId, body: { session: sessionId }, cityId: null });
    return ok({ ended: true as const });
  },
  endOtherSessions: async (call) => {
    const ended = await endOthers(call)();
    call.record({ kind: 'other-sessions-ended', subject: call.actor!.personId, body: { sessionsEnded: ended }, cityId: null });
    return ok({ ended });
  },
} satisfies Own['writes'];
