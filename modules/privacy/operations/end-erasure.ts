import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { erasureLife } from '../domain/erasure-life.ts';
import type { Erasure } from '../domain/judge-agreement.ts';

type Recording = (entry: { kind: string; subject: string; body: Record<string, never>; cityId: null }) => void;
export type WithdrawNeeds = { readonly lockOpen: () => Promise<Erasure | undefined>; readonly save: (id: string) => Promise<void>; readonly record: Recording };

/** Takes one's own request back, as long as the second person has not agreed. */
export async function withdrawErasure(needs: WithdrawNeeds): Promise<Result<{ withdrawn: true }, 'not-found' | 'erasure-settled'>> {
  const erasure = await needs.lockOpen();
  if (erasure === undefined) return refuse('not-found');
  if (next(erasureLife, erasure.state, 'withdraw') === undefined) return refuse('erasure-settled');
  await needs.save(erasure.id);
  needs.record({ kind: 'erasure-withdrawn', subject: erasure.id, body: {}, cityId: null });
  return ok({ withdrawn: true });
}

export type RefuseNeeds = { readonly lock: (id: string) => Promise<Erasure | undefined>; readonly save: (id: string, reason: string) => Promise<void>; readonly record: Recording };

/** Refuses a request and says why (个人信息保护法 art. 50). The reason may name people: it stays out of the ledger. */
export async function refuseErasure(needs: RefuseNeeds, by: string, input: { erasureId: string; reason: string }): Promise<Result<{ refused: true }, 'not-found' | 'own-erasure' | 'erasure-settled' | 'reason-missing'>> {
  if (input.reason === '') return refuse('reason-missing', 'reason');
  const erasure = await needs.lock(input.erasureId);
  if (erasure === undefined) return refuse('not-found', 'erasure');
  if (erasure.personId === by) return refuse('own-erasure');
  if (next(erasureLife, erasure.state, 'refuse') === undefined) return refuse('erasure-settled');
  await needs.save(erasure.id, input.reason);
  needs.record({ kind: 'erasure-refused', subject: erasure.id, body: {}, cityId: null });
  return ok({ refused: true });
}
