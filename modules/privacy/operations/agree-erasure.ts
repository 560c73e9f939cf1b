import { ok, refuse, type Result } from '#kernel/result.ts';
import type { ErasureState } from '../domain/erasure-life.ts';
import { judgeAgreement, type AgreementRefusal, type Erasure } from '../domain/judge-agreement.ts';

export type AgreeErasureNeeds = {
  readonly lock: (id: string) => Promise<Erasure | undefined>;
  readonly serves: (personId: string) => Promise<number>;
  readonly save: (id: string, change: { to: ErasureState; second: boolean; by: string }) => Promise<void>;
  /** Carries it out, once both have agreed. */
  readonly later: (erasureId: string) => void;
  readonly record: (entry: { kind: string; subject: string; body: { state: ErasureState }; cityId: null }) => void;
};

/** One of the two people who carry out an erasure agrees; after the second it is done. */
export async function agreeErasure(needs: AgreeErasureNeeds, by: string, erasureId: string): Promise<Result<{ state: 'agreed-once' | 'agreed' }, AgreementRefusal | 'not-found'>> {
  const erasure = await needs.lock(erasureId);
  if (erasure === undefined) return refuse('not-found', 'erasure');
  const judged = judgeAgreement(erasure, by, (await needs.serves(erasure.personId)) > 0);
  if (!judged.ok) return judged;
  await needs.save(erasureId, { ...judged.value, by });
  if (judged.value.second) needs.later(erasureId);
  needs.record({ kind: 'erasure-agreed', subject: erasureId, body: { state: judged.value.to }, cityId: null });
  return ok({ state: judged.value.second ? 'agreed' : 'agreed-once' });
}
