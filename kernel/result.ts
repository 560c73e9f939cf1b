/**
 * What an operation answers: a value, or a refusal in the field's words.
 * A refusal is expected and harmless (nothing was changed); a fault is thrown.
 */
export type Result<T, Code extends string = string> = Ok<T> | Refused<Code>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> };

/** Facts that the wording of a refusal needs (the limit, the count, the article); never secrets. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | null>>;

/** `field` is the path of the input that must be mended, as the form names it (for example `lines.2.quantity`). */
export type Refusal<Code extends string> = {
  readonly code: Code;
  readonly field?: string;
  readonly facts?: RefusalFacts;
};

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export function refuse<const Code extends string>(code: Code, field?: string, facts?: RefusalFacts): Refused<Code> {
  return { ok: false, refusal: { code, ...(field === undefined ? {} : { field }), ...(facts === undefined ? {} : { facts }) } };
}

/** The value of a result that is known to be ok; throws otherwise. For tests, loaders and invariants. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.refusal.code} ${result.refusal.field ?? ''} ${JSON.stringify(result.refusal.facts ?? {})}`);
}
