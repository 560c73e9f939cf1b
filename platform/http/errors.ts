import { ORPCError } from '@orpc/server';
import { ValidationError } from '@orpc/contract';
import type { Words } from '#platform/wording.ts';

type Issue = { readonly code?: string; readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[]; readonly message?: string; readonly keys?: readonly string[]; readonly input?: unknown };

/** The rule that the first broken field breaks, as the id of its wording. */
function ruleOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys': return 'input.unknown-field';
    case 'invalid_type': return issue.message?.includes('undefined') === true ? 'input.required' : 'input.not-the-form';
    case 'invalid_value': return 'input.not-a-choice';
    case 'too_big': return 'input.too-long';
    case 'too_small': return 'input.too-short';
    default: return 'input.not-the-form';
  }
}

const fieldOf = (issue: Issue): string => {
  const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
  const extra = issue.keys?.[0];
  return extra === undefined ? path : path === '' ? extra : `${path}.${extra}`;
};

/** Input that does not fit its schema, as a refusal that names its fields; the first one leads. Undefined for any other error. */
export function badInput(error: unknown, words: Words): ORPCError<string, unknown> | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  const issues: readonly Issue[] = error.cause instanceof ValidationError ? (error.cause.issues as readonly Issue[]) : [];
  const named = issues.slice(0, 50).map((issue) => ({ field: fieldOf(issue), text: words.both(ruleOf(issue)) }));
  const first = named.find((one) => one.field !== '') ?? named[0];
  const text = first === undefined ? words.both('refusal.unreadable') : {
    'zh-CN': words.one('zh-CN', 'refusal.bad-input', { field: first.field, rule: first.text['zh-CN'] }),
    en: words.one('en', 'refusal.bad-input', { field: first.field, rule: first.text.en }),
  };
  return new ORPCError('bad-input', { status: 400, message: 'bad-input', data: { ...(first === undefined ? {} : { field: first.field }), text, fields: named } });
}

/** Input refused before its schema was asked, in the same form. */
export function badInputBody(rule: string, field: string | undefined, words: Words): string {
  const text = words.both(`input.${rule}`);
  const one = (language: 'zh-CN' | 'en'): string => (field === undefined ? text[language] : words.one(language, 'refusal.bad-input', { field, rule: text[language] }));
  return JSON.stringify({
    defined: false, code: 'bad-input', status: 400, message: 'bad-input',
    data: { ...(field === undefined ? {} : { field }), text: { 'zh-CN': one('zh-CN'), en: one('en') }, fields: field === undefined ? [] : [{ field, text }] },
  });
}

/** The body of a refusal or fault outside the contracts, in the same form as theirs. */
export const refusalBody = (code: string, status: number, words: Words, facts: Record<string, string | number> = {}): string =>
  JSON.stringify({ defined: false, code, status, message: code, data: { ...(facts['fault'] === undefined ? {} : { fault: facts['fault'] }), text: words.both(`refusal.${code}`, facts) } });
