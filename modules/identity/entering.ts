import { newId } from '#platform/clock.ts';
import type { ReadCall, WriteCall } from '#platform/database/call.ts';
import { takeSeat } from '#platform/database/duty.ts';
import type { Place } from '#platform/http/serve.ts';
import type { Session } from './contract/session.ts';
import { setCookie } from './cookie.ts';
import { deviceCookie } from './device-cookie.ts';
import { deviceOf } from './domain/device.ts';
import type { Way } from './domain/session.ts';
import { openSession } from './operations/open-session.ts';
import { membershipsOf } from './store/people.ts';
import { personView } from './store/person-view.ts';
import { endSession, insertSession } from './store/sessions.ts';
import { newToken } from './tokens.ts';

export type Writing = WriteCall & Place;

/** Who is here, as the page's first question asks it. */
export async function sessionView(call: Pick<ReadCall, 'tx' | 'now'>, personId: string | null, membershipId: string | null): Promise<Session> {
  const person = personId === null ? null : await personView(call.tx, personId);
  const memberships = personId === null ? [] : await membershipsOf(call.tx, personId);
  return { person, memberships, active: memberships.find((m) => m.id === membershipId) ?? null, serverTime: call.now.toISOString() };
}

/** Lets in whoever has proved who they are, and whose seat the transaction has taken: a session, and the mark of a known device. */
export async function enter(call: Writing, person: { personId: string; login: string }, way: Way): Promise<Session> {
  const { actor } = call.request;
  const { token, membershipId } = await openSession(
    {
      now: call.now, newId, newToken, record: call.record,
      memberships: (id) => membershipsOf(call.tx, id),
      replaced: actor === null ? null : { sessionId: actor.sessionId, personId: actor.personId },
      // The session that ends is that of whoever the request came with.
      async endSession(id) {
        await takeSeat(call.tx, { personId: actor!.personId, organisationId: null });
        await endSession(call.tx, id, call.now);
        await takeSeat(call.tx, { personId: person.personId, organisationId: null });
      },
      insertSession: (session) => insertSession(call.tx, session, call.now),
    },
    { personId: person.personId, way, device: deviceOf(call.request.userAgent) },
  );
  const { headers } = call.request.answer;
  headers.append('Set-Cookie', setCookie(token));
  const known = deviceCookie(call.vault, call.request.cookie, person.login);
  if (known !== undefined) headers.append('Set-Cookie', known);
  return sessionView(call, person.personId, membershipId);
}
