import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Channel } from '../domain/channels.ts';
import { claimOpen, CODE_TRIES, typedCode, type Claim } from '../domain/code.ts';

export type ConfirmAddressNeeds<C extends Claim> = {
  readonly now: Date;
  readonly personId: string;
  readonly lockClaim: () => Promise<C | undefined>;
  readonly verify: (code: string, hash: string) => Promise<boolean>;
  readonly countTry: () => Promise<void>;
  readonly confirm: (claim: C) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};

/**
 * The code typed back makes the address the person's. A wrong one is an answer, not a refusal, since it must be counted;
 * after the last try only a new code helps.
 */
export async function confirmAddress<C extends Claim>(needs: ConfirmAddressNeeds<C>, input: { channel: Channel; code: string }): Promise<Result<{ confirmed: boolean; triesLeft: number }, 'code-expired'>> {
  const claim = await needs.lockClaim();
  if (claim === undefined || !claimOpen(claim, needs.now)) return refuse('code-expired', 'code');
  const code = typedCode(input.code);
  if (code === undefined || !(await needs.verify(code, claim.codeHash!))) {
    await needs.countTry();
    const triesLeft = CODE_TRIES - claim.tries - 1;
    needs.record({ kind: 'address-code-wrong', subject: needs.personId, body: { channel: input.channel, triesLeft }, cityId: null });
    return ok({ confirmed: false, triesLeft });
  }
  await needs.confirm(claim);
  needs.record({ kind: 'address-confirmed', subject: needs.personId, body: { channel: input.channel }, cityId: null });
  return ok({ confirmed: true, triesLeft: CODE_TRIES });
}
