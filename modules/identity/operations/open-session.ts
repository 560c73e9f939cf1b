import { sessionEnd, type Way } from '../domain/session.ts';

export type OpenSessionNeeds = {
  readonly now: Date;
  readonly newId: () => string;
  readonly newToken: () => { readonly token: string; readonly hash: Buffer };
  readonly memberships: (personId: string) => Promise<readonly { id: string }[]>;
  /** The session this browser has been using, whoever's it was. */
  readonly replaced: { readonly sessionId: string; readonly personId: string } | null;
  readonly endSession: (id: string) => Promise<void>;
  readonly insertSession: (session: { id: string; tokenHash: Buffer; personId: string; membershipId: string | null; endsAt: Date; way: Way; device: string; touchedAt: Date }) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Record<string, string>; cityId: null }) => void;
};

/** A city's sign-on may have let somebody pass without asking: it is no fresh touch. */
const LONG_AGO = new Date(0);

/** Opens a session for a person who has proved who they are, in their first membership. The session this browser had before ends: a token never changes hands. */
export async function openSession(needs: OpenSessionNeeds, input: { personId: string; way: Way; device: string }): Promise<{ token: string; membershipId: string | null }> {
  if (needs.replaced !== null) {
    await needs.endSession(needs.replaced.sessionId);
    needs.record({ kind: 'session-ended', subject: needs.replaced.personId, body: { session: needs.replaced.sessionId, why: 'replaced' }, cityId: null });
  }
  const membershipId = (await needs.memberships(input.personId))[0]?.id ?? null;
  const { token, hash } = needs.newToken();
  const id = needs.newId();
  await needs.insertSession({ id, tokenHash: hash, personId: input.personId, membershipId, endsAt: sessionEnd(needs.now), way: input.way, device: input.device, touchedAt: input.way === 'city-sign-on' ? LONG_AGO : needs.now });
  needs.record({ kind: 'session-opened', subject: input.personId, body: { session: id, way: input.way }, cityId: null });
  return { token, membershipId };
}
