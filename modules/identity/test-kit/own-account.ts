import { Secret, TOTP } from 'otpauth';
import type { Json } from '#kernel/canonical.ts';
import { ok } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { ORIGIN, type TestPerson, type TestPlatform } from '#app/test-kit/platform.ts';
import { sessionEnd } from '../domain/session.ts';
import { insertSession } from '../store/sessions.ts';
import { newToken } from '../tokens.ts';
import { authenticator } from './authenticator.ts';

/* What a person has on their account, made as they would make it, for requests that need such a thing. */

/** A passkey about to be added. */
export async function aNewPasskey(t: TestPlatform, person: TestPerson): Promise<Json> {
  const { body } = await t.request('GET', '/api/account/passkeys/new', { as: person });
  return { name: '办公电脑', answer: authenticator(ORIGIN).register(body) as Json };
}

export async function aPasskey(t: TestPlatform, person: TestPerson): Promise<string> {
  const { body } = await t.request('POST', '/api/account/passkeys', { as: person, body: await aNewPasskey(t, person) });
  return body.passkeyId;
}

/** One-time codes about to be used, with their first code. */
export async function aCodeSetup(t: TestPlatform, person: TestPerson): Promise<{ setup: string; code: string }> {
  const { body } = await t.request('GET', '/api/account/one-time-codes/new', { as: person });
  return { setup: body.setup, code: TOTP.generate({ secret: Secret.fromBase32(body.secret), algorithm: 'SHA1', digits: 6, period: 30, timestamp: Date.now() }) };
}

/** Another session of the person, on some other device. */
export async function aSession(t: TestPlatform, person: TestPerson): Promise<string> {
  const id = newId();
  await t.act({ as: person }, async (call) => {
    await insertSession(call.tx, { id, tokenHash: newToken().hash, personId: person.personId, membershipId: person.membershipId, endsAt: sessionEnd(call.now), way: 'password', device: '', touchedAt: call.now }, call.now);
    call.record({ kind: 'session-opened', subject: person.personId, body: { session: id }, cityId: null });
    return ok(undefined);
  });
  return id;
}
