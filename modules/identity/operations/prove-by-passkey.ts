import { ok, refuse, type Result } from '#kernel/result.ts';

type Proved = { readonly counter: number; readonly backedUp: boolean; readonly challenge: { readonly digest: Uint8Array; readonly endsAt: Date } };

export type ProveByPasskeyNeeds<Passkey extends { readonly id: string; readonly personId: string }, P extends Proved> = {
  readonly passkey: () => Promise<Passkey | undefined>;
  /** Whether the answer was made by this passkey, here, to a challenge of ours; undefined where it was not. */
  readonly verify: (passkey: Passkey) => Promise<P | undefined>;
  /** False where the challenge was answered before. */
  readonly answerChallenge: (challenge: P['challenge']) => Promise<boolean>;
  readonly markUsed: (passkey: Passkey, used: P) => Promise<void>;
};

/**
 * Whether somebody is who they say, by a passkey. An unknown passkey, a wrong signature, a stale challenge and one answered before
 * are one refusal. `personId` where it must be this person and no other.
 */
export async function proveByPasskey<Passkey extends { readonly id: string; readonly personId: string }, P extends Proved>(
  needs: ProveByPasskeyNeeds<Passkey, P>,
  input: { personId: string | null },
): Promise<Result<{ personId: string; passkeyId: string }, 'passkey-refused'>> {
  const passkey = await needs.passkey();
  if (passkey === undefined || (input.personId !== null && passkey.personId !== input.personId)) return refuse('passkey-refused');
  const proved = await needs.verify(passkey);
  if (proved === undefined || !(await needs.answerChallenge(proved.challenge))) return refuse('passkey-refused');
  await needs.markUsed(passkey, proved);
  return ok({ personId: passkey.personId, passkeyId: passkey.id });
}
