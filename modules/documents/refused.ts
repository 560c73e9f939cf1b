import type { RefusalFacts } from '#kernel/result.ts';
import { COMMON_REFUSALS, type CommonRefusal } from '#kernel/wire.ts';
import type { FileRefusal } from '#platform/files/store.ts';
import type { Words } from '#platform/wording.ts';

/** The refusals of the byte routes with their HTTP status. */
const STATUS: Readonly<Record<FileRefusal | 'file-name-missing' | 'file-unreadable' | 'page-later', number>> = {
  'file-name-missing': 400,
  'file-empty': 422,
  'file-too-large': 413,
  'file-cut-short': 422,
  'file-type-not-allowed': 415,
  'file-extension-mismatch': 422,
  'file-declared-type-mismatch': 422,
  'file-mixed-content': 422,
  'file-unsafe-container': 422,
  'file-picture-too-large': 422,
  'file-encrypted': 422,
  'file-unreadable': 422,
  'page-later': 503,
};

/** Why a file is not taken in, and why a file cannot be shown: as the description of the interface lists them. */
export const INTAKE_REFUSALS = chosen('file-name-missing', 'file-empty', 'file-too-large', 'file-cut-short', 'file-type-not-allowed', 'file-extension-mismatch', 'file-declared-type-mismatch', 'file-mixed-content', 'file-unsafe-container', 'file-picture-too-large', 'file-encrypted');
export const SHOWING_REFUSALS = chosen('file-encrypted', 'file-unreadable', 'page-later');

function chosen(...codes: readonly (keyof typeof STATUS)[]): Readonly<Record<string, number>> {
  return Object.fromEntries(codes.map((code) => [code, STATUS[code]]));
}

/** A refusal of a byte route, in the very form in which the JSON routes give theirs: code, field, facts, wording in both languages. */
export function refused(words: Words, code: keyof typeof STATUS | Extract<CommonRefusal, 'not-found'>, field?: string, facts?: RefusalFacts): Response {
  const common = code === 'not-found';
  const status = common ? COMMON_REFUSALS[code] : STATUS[code];
  const data = { ...(field === undefined ? {} : { field }), ...(facts === undefined ? {} : { facts }), text: words.both(common ? `refusal.${code}` : `documents.refusal.${code}`, facts) };
  return new Response(JSON.stringify({ defined: true, code, status, message: code, data }), { status, headers: { 'Content-Type': 'application/json' } });
}
