import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { ReadCall } from '#platform/database/call.ts';
import { takeSeat } from '#platform/database/duty.ts';
import type { Place } from '#platform/http/serve.ts';
import { passwords } from '#platform/passwords.ts';
import type { Asked } from './challenge.ts';
import { useCode, useOneTimeCode, useRecoveryCode } from './codes.ts';
import type { PasskeyAnswer } from './contract/passkey.ts';
import type { Writing } from './entering.ts';
import { proveByPasskey } from './operations/prove-by-passkey.ts';
import { proveByPassword } from './operations/prove-by-password.ts';
import { recover } from './operations/recover.ts';
import { provedByPasskey, type Site } from './passkeys.ts';
import { oneTimeCodeOf } from './store/codes.ts';
import { setPassword } from './store/credentials.ts';
import { answerChallenge, passkeyByCredential, usedPasskey } from './store/passkeys.ts';
import { personByLogin } from './store/people.ts';
import { endOtherSessions } from './store/sessions.ts';

/* Who somebody is, proved: each way hands the operation what it needs. */

export const siteOf = (call: Pick<ReadCall, 'now'> & Place): Site => ({ vault: call.vault, publicOrigin: call.request.publicOrigin, now: call.now });

/** Proves by a passkey who answers; `asked.personId` where it must be this person. */
export const proveWithPasskey = (call: Writing, asked: Asked, answer: PasskeyAnswer) =>
  proveByPasskey(
    {
      passkey: () => passkeyByCredential(call.tx, answer.id),
      verify: (passkey) => provedByPasskey(siteOf(call), asked, answer as AuthenticationResponseJSON, passkey),
      answerChallenge: ({ digest, endsAt }) => answerChallenge(call.tx, digest, endsAt, call.now),
      async markUsed(passkey, used) {
        // Proved: from here on the transaction bears this person. A touch bears them already, with their seat.
        if (asked.personId === null) await takeSeat(call.tx, { personId: passkey.personId, organisationId: null });
        await usedPasskey(call.tx, passkey.id, used, call.now);
      },
    },
    { personId: asked.personId },
  );

const seated = (call: Writing) => (personId: string): Promise<void> => takeSeat(call.tx, { personId, organisationId: null });
const hasCodes = (call: Pick<ReadCall, 'tx'>) => async (personId: string): Promise<boolean> => (await oneTimeCodeOf(call.tx, personId)) !== undefined;

export const proveWithPassword = (call: Writing, input: { login: string; password: string; code?: string | undefined }) =>
  proveByPassword(
    {
      verifyPassword: passwords.verify, takeSeat: seated(call), hasCodes: hasCodes(call),
      byLogin: (login) => personByLogin(call.tx, login),
      useCode: (personId, code) => useCode(call.tx, call.vault, personId, code, call.now),
    },
    input,
  );

export const recoverWithCode = (call: Writing, input: { login: string; recoveryCode: string; password: string; code?: string | undefined }) =>
  recover(
    {
      hashPassword: passwords.hash, takeSeat: seated(call), hasCodes: hasCodes(call), record: call.record,
      byLogin: (login) => personByLogin(call.tx, login),
      useRecoveryCode: (personId, code) => useRecoveryCode(call.tx, call.vault, personId, code, call.now),
      useOneTimeCode: (personId, code) => useOneTimeCode(call.tx, call.vault, personId, code, call.now),
      setPassword: (personId, hash) => setPassword(call.tx, personId, hash),
      endSessions: (personId) => endOtherSessions(call.tx, personId, null, call.now),
    },
    input,
  );
