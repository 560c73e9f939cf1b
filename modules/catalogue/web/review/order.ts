type Waiting = { readonly status: string; readonly verdict: string | null; readonly toReview: readonly string[]; readonly unproven: readonly string[]; readonly failing: readonly string[]; readonly submittedAt: string };
export type Need = 'settle' | 'list' | 'show' | 'fail' | 'reading';

/** What a product in the queue needs of the centre; a breach is named before an open reading, for it decides. */
export function needOf(one: Waiting): Need {
  if (one.status === 'submitted' || one.verdict === null) return 'reading';
  if (one.verdict === 'FAIL') return 'fail';
  if (one.verdict === 'NEEDS_REVIEW') return 'settle';
  return one.verdict === 'PASS' ? 'list' : 'show';
}

/** What needs a person first, then what can be listed at once, then what is returned; within each the oldest first. */
const ORDER: readonly Need[] = ['settle', 'list', 'show', 'fail', 'reading'];
export const byNeed = <T extends Waiting>(rows: readonly T[]): readonly T[] => rows.toSorted((a, b) => ORDER.indexOf(needOf(a)) - ORDER.indexOf(needOf(b)) || a.submittedAt.localeCompare(b.submittedAt));

export const countOf = (one: Waiting): number => ({ settle: Math.max(1, one.toReview.length), list: 0, show: one.unproven.length, fail: one.failing.length, reading: 0 })[needOf(one)];
