/** What the steps of a run found; only names and counts, so that steps of every sort add up. */
export type Tally = { passed: number; /** What tests told of themselves: the figures of a proof. */ readonly notes: string[]; readonly failed: Failure[]; readonly skipped: string[] };
export type Failure = { readonly name: string; readonly why: string };

export const emptyTally = (): Tally => ({ passed: 0, notes: [], failed: [], skipped: [] });

export function add(to: Tally, more: Tally): void {
  to.passed += more.passed;
  to.notes.push(...more.notes);
  to.failed.push(...more.failed);
  to.skipped.push(...more.skipped);
}

/** The end of the output: skipped and failed by name, then the plain count alone on the last line. */
export function closing(tally: Tally): string {
  const lines: string[] = [];
  if (tally.skipped.length > 0) lines.push('Skipped:', ...tally.skipped.map((name) => `  - ${name}`), '');
  if (tally.failed.length > 0) lines.push('Failed:', ...tally.failed.map(({ name, why }) => `  ✖ ${name}\n${indent(why)}`), '');
  lines.push(`${tally.passed} passed, ${tally.failed.length} failed, ${tally.skipped.length} skipped`);
  return lines.join('\n');
}

/** A run that proved nothing is not a success. */
export const exitCode = (tally: Tally): number => (tally.failed.length > 0 || tally.passed === 0 ? 1 : 0);

const indent = (text: string) => text.trimEnd().split('\n').slice(0, 40).map((line) => `      ${line}`).join('\n');
