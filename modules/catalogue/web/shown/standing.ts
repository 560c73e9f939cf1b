import type { State } from '#web/kit/state-mark.tsx';

type Shown = { readonly verdict: string | null; readonly passing: number; readonly gating: number; readonly unproven: readonly string[]; readonly provenUntil: string | null };
export type Standing = { readonly state: State; readonly id: string; readonly values: Readonly<Record<string, number>> };

/** Evidence that ends within so many days is called out. */
const SOON_DAYS = 30;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** How a product on show stands today, as one shape with one sentence. `today` is the server's legal day. */
export function standingOf({ verdict, passing, gating, unproven, provenUntil }: Shown, today: string): Standing {
  const counts = { passing, gating };
  if (verdict === 'FAIL') return { state: 'refused', id: 'catalogue.standing.fail', values: counts };
  if (verdict === 'NEEDS_REVIEW') return { state: 'attention', id: 'catalogue.standing.review', values: counts };
  if (verdict === 'NOT_PROVEN') return { state: 'attention', id: 'catalogue.standing.unproven', values: { missing: Math.max(1, unproven.length) } };
  if (verdict === null) return { state: 'run', id: 'catalogue.standing.reading', values: {} };
  const left = provenUntil === null ? null : dayNumber(provenUntil) - dayNumber(today);
  if (left !== null && left < 0) return { state: 'attention', id: 'catalogue.standing.lapsed', values: {} };
  if (left !== null && left <= SOON_DAYS) return { state: 'attention', id: 'catalogue.standing.soon', values: { days: left } };
  return { state: 'ok', id: 'catalogue.standing.pass', values: counts };
}
