import type { Indicator, Kind, Parameters } from '#modules/standards/rules.ts';
import { nameOf } from './names.ts';
import { suitability, TIE, type MatchDoubt, type ReadRow, type Suitability } from './suitability.ts';

export type Match = {
  readonly row: number;
  readonly score: number;
  readonly runnerUp: { readonly row: number; readonly score: number } | null;
  readonly doubts: readonly MatchDoubt[];
};

type Candidate = Suitability & { readonly read: ReadRow; readonly indicator: Indicator };

/**
 * Which row speaks of which indicator. A row serves two indicators only where they are the mean and the single value of one quantity.
 * Two rows that suit alike, or one row that suits two indicators alike, are a tie, and a tie is for a person.
 */
export function matchRows(rows: readonly ReadRow[], kind: Kind, parameters: Parameters): Map<string, Match> {
  const tested = kind.indicators.filter((i) => i.evidenceKinds.includes('TEST_REPORT'));
  const core = (i: Indicator): string => nameOf(i.nameZh).core;
  const candidates: Candidate[] = tested.flatMap((indicator) => {
    const siblings = tested.filter((other) => other !== indicator && core(other) === core(indicator));
    return rows.flatMap((read) => {
      const suits = suitability(read, indicator, siblings, parameters);
      return suits ? [{ ...suits, read, indicator }] : [];
    });
  }).sort((a, b) => b.score - a.score);

  const matches = new Map<string, Match>();
  const taken = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const { indicator, read } = candidate;
    if (matches.has(indicator.code)) continue;
    const holders = taken.get(read.row.index) ?? [];
    const doubts = new Set(candidate.doubts);
    if (!holders.every((h) => composite(h.indicator, indicator))) {
      if (!holders.some((h) => h.score - candidate.score < TIE)) continue;
      doubts.add('tie');
      for (const h of holders) {
        const match = matches.get(h.indicator.code)!;
        matches.set(h.indicator.code, { ...match, doubts: [...new Set<MatchDoubt>([...match.doubts, 'tie'])] });
      }
    }
    const runnerUp = candidates.find((c) => c.indicator === indicator && c !== candidate && !servesBetter(c, candidates));
    if (runnerUp && candidate.score - runnerUp.score < TIE) doubts.add('tie');
    taken.set(read.row.index, [...holders, candidate]);
    matches.set(indicator.code, { row: read.row.index, score: candidate.score, runnerUp: runnerUp ? { row: runnerUp.read.row.index, score: runnerUp.score } : null, doubts: [...doubts] });
  }
  return matches;
}

/** A row that clearly is another indicator's is no rival. */
const servesBetter = (candidate: Candidate, all: readonly Candidate[]): boolean =>
  all.some((other) => other.read === candidate.read && other.indicator !== candidate.indicator && other.score - candidate.score >= TIE);

/** Mean and single value, mean and minimum of one quantity: printed in one row as `43 39~45`. */
function composite(a: Indicator, b: Indicator): boolean {
  const [one, two] = [nameOf(a.nameZh), nameOf(b.nameZh)];
  const rest = (name: typeof one): string => name.conditions.filter((c) => c.kind !== 'aggregate').map((c) => `${c.kind} ${c.value}`).sort().join();
  return one.core === two.core && a.aggregate !== b.aggregate && rest(one) === rest(two) && one.scopes.join() === two.scopes.join();
}
