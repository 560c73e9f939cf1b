import { ok, refuse, type Result } from '#kernel/result.ts';

/** So many suffice for a person's devices and a spare; more is a sign of something else. */
export const MOST_PASSKEYS = 10;

type Brought = { readonly credentialId: string; readonly challenge: { readonly digest: Uint8Array; readonly endsAt: Date } };

export type AddPasskeyNeeds<B extends Brought> = {
  readonly newId: () => string;
  readonly known: () => Promise<readonly unknown[]>;
  /** The passkey that the registration brings; undefined where it answers no challenge of ours to this person. */
  readonly brought: () => Promise<B | undefined>;
  readonly answerChallenge: (challenge: B['challenge']) => Promise<boolean>;
  /** False where somebody has registered this credential. */
  readonly insert: (passkey: B & { id: string; personId: string; name: string }) => Promise<boolean>;
  readonly endOthers: () => Promise<number>;
  readonly record: (entry: { kind: string; subject: string; body: Record<string, string | number>; cityId: null }) => void;
};

/** Gives a person one more passkey. As with every change of how they sign in, their other sessions end. */
export async function addPasskey<B extends Brought>(needs: AddPasskeyNeeds<B>, input: { personId: string; name: string }): Promise<Result<{ passkeyId: string }, 'passkey-refused' | 'passkey-known' | 'too-many-passkeys'>> {
  if ((await needs.known()).length >= MOST_PASSKEYS) return refuse('too-many-passkeys', undefined, { most: MOST_PASSKEYS });
  const brought = await needs.brought();
  if (brought === undefined || !(await needs.answerChallenge(brought.challenge))) return refuse('passkey-refused');
  const id = needs.newId();
  if (!(await needs.insert({ ...brought, id, personId: input.personId, name: input.name }))) return refuse('passkey-known');
  const ended = await needs.endOthers();
  needs.record({ kind: 'passkey-added', subject: input.personId, body: { passkey: id, sessionsEnded: ended }, cityId: null });
  return ok({ passkeyId: id });
}
