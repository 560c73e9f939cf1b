import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { erasureLife, type ErasureState } from './erasure-life.ts';

export type Erasure = { readonly id: string; readonly personId: string; readonly state: ErasureState; readonly firstBy: string | null };
export type AgreementRefusal = 'own-erasure' | 'second-person-needed' | 'still-serves' | 'erasure-settled';

/**
 * Whether this person may agree to an erasure now, and what it becomes. Two different people agree, neither of them the person concerned;
 * whoever still serves an organisation is not erased: the purpose of their data is not achieved (个人信息保护法 art. 47-1-1).
 */
export function judgeAgreement(erasure: Erasure, by: string, serves: boolean): Result<{ to: ErasureState; second: boolean }, AgreementRefusal> {
  if (erasure.personId === by) return refuse('own-erasure');
  const to = next(erasureLife, erasure.state, erasure.state === 'asked' ? 'agree' : 'agree-second');
  if (to === undefined) return refuse('erasure-settled');
  if (serves) return refuse('still-serves');
  if (erasure.firstBy === by) return refuse('second-person-needed');
  return ok({ to, second: erasure.state !== 'asked' });
}
