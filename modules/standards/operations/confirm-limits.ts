import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Edition } from '../domain/model.ts';

export type DecideLimitsNeeds = {
  readonly edition: Edition | undefined;
  /** Which of the codes are confirmed already; holds the city's edition against another officer meanwhile. */
  readonly lockConfirmed: (codes: readonly string[]) => Promise<readonly string[]>;
  readonly put: (decision: { codes: readonly string[]; decision: 'confirmed' | 'withheld'; clause: string | null; page: string | null; note: string | null }) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: { edition: string; codes: string[]; clause: string | null; page: string | null; note: string | null; demonstration: boolean } }) => void;
  /** Tells higher modules that a limit gates from now on, so that they judge again. */
  readonly tell: (kinds: readonly string[]) => void;
  readonly demonstration: boolean;
};

export type DecideLimitsRefusal = 'edition-not-adopted' | 'indicator-unknown' | 'limit-confirmed-already' | 'reason-missing';

type Input = { readonly editionId: string; readonly codes: readonly string[]; readonly clause: string | null; readonly page: string | null; readonly note: string | null };

/**
 * An officer of the city confirms limits as read in the printed standard. From then on they gate purchases in this city;
 * a confirmation cannot be taken back, only a new edition changes it. Confirming a confirmed limit again is refused.
 */
export async function confirmLimits(needs: DecideLimitsNeeds, given: Input): Promise<Result<{ confirmed: number }, DecideLimitsRefusal>> {
  const input = eachOnce(given);
  const fault = await faultOf(needs, input);
  if (fault !== null) return fault;
  await needs.put({ ...input, decision: 'confirmed' });
  needs.record({ kind: 'limits-confirmed', subject: `limits:${input.editionId}`, body: { edition: input.editionId, codes: [...input.codes], clause: input.clause, page: input.page, note: input.note, demonstration: needs.demonstration } });
  needs.tell([...new Set(input.codes.map((code) => code.slice(0, 3)))]);
  return ok({ confirmed: input.codes.length });
}

/** An officer doubts a limit and says why; it stays without force until it is confirmed. */
export async function withholdLimits(needs: DecideLimitsNeeds, given: Input): Promise<Result<{ withheld: number }, DecideLimitsRefusal>> {
  const input = eachOnce(given);
  if (input.note === null || input.note.trim() === '') return refuse('reason-missing', 'note');
  const fault = await faultOf(needs, input);
  if (fault !== null) return fault;
  await needs.put({ ...input, decision: 'withheld' });
  needs.record({ kind: 'limits-withheld', subject: `limits:${input.editionId}`, body: { edition: input.editionId, codes: [...input.codes], clause: null, page: null, note: input.note, demonstration: needs.demonstration } });
  return ok({ withheld: input.codes.length });
}

/** A limit named twice is decided once. */
const eachOnce = (input: Input): Input => ({ ...input, codes: [...new Set(input.codes)] });

async function faultOf(needs: DecideLimitsNeeds, input: Input) {
  if (needs.edition === undefined) return refuse('edition-not-adopted', 'editionId');
  const known = new Set(needs.edition.kinds.flatMap((kind) => kind.indicators.map((indicator) => indicator.code)));
  const unknown = input.codes.find((code) => !known.has(code));
  if (unknown !== undefined) return refuse('indicator-unknown', 'codes', { code: unknown });
  const [already] = await needs.lockConfirmed(input.codes);
  return already === undefined ? null : refuse('limit-confirmed-already', 'codes', { code: already });
}
