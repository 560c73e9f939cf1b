import { verdictOf, type Judgement, type Kind, type Outcome, type Verdict } from '#modules/standards/rules.ts';

/** A judgement with the piece of evidence it rests on; the place on the page where it was read. */
export type ProvenJudgement = Judgement & { readonly evidenceId: string | null; readonly reportId: string | null; readonly page: number | null };

/** Of two outcomes for one indicator the graver counts; NOT_TESTED says nothing beside another. As in the verdict of a kind. */
const GRAVITY: readonly Outcome[] = ['NOT_TESTED', 'PASS', 'NOT_COVERED', 'EXPIRED', 'INDETERMINATE', 'NEEDS_REVIEW', 'INTEGRITY', 'FAIL'];

export type Judged = { readonly judgements: readonly ProvenJudgement[]; readonly verdict: Verdict };

/**
 * What all evidence of a product says together: one judgement per indicator of the kind, the graver where two disagree
 * (a newer report does not silently outweigh an older failing one; a person withdraws the older from the listing first).
 */
export function judged(kind: Kind, all: readonly ProvenJudgement[]): Judged {
  const judgements = kind.indicators.flatMap((indicator) => {
    const own = all.filter((one) => one.code === indicator.code);
    const [first, ...rest] = own;
    return first === undefined ? [] : [rest.reduce((found, one) => (GRAVITY.indexOf(one.outcome) > GRAVITY.indexOf(found.outcome) ? one : found), first)];
  });
  return { judgements, verdict: verdictOf(kind, judgements) };
}
