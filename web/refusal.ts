import { Refused, type RefusedData } from '#web/http.ts';
import { hasWording, useText, type Lang, type Translate } from '#web/i18n.ts';

/** A refusal or fault made ready for a reader. `field` names the input to mend; `fault` is the number to quote when asking for help. */
export type ShownRefusal = {
  readonly kind: 'refused' | 'fault' | 'offline';
  readonly code: string;
  readonly status: number;
  readonly text: string;
  readonly field?: string;
  /** Sentence per field, where several are wrong. */
  readonly fields: Readonly<Record<string, string>>;
  readonly fault?: string;
};

/** What to say when the server's own sentence is absent too (a proxy answered). */
const BY_STATUS = [401, 403, 404, 409, 413, 429];

/**
 * The sentence for an error: the module's `<module>.refusal.<code>` with its facts where this page carries it, else the
 * server's sentence in the reader's language, else the shell's for the status. A raw code is never shown.
 */
export function refusalOf(error: unknown, module: string, t: Translate, lang: Lang): ShownRefusal {
  const known = readable(error);
  if (known === undefined || known.status === 0) return { kind: 'offline', code: 'offline', status: 0, text: t('shell.refusal.offline'), fields: {} };
  const { code, status, data } = known;
  return {
    kind: status >= 500 ? 'fault' : 'refused',
    code,
    status,
    text: sentence(known, module, t, lang),
    fields: Object.fromEntries((data.fields ?? []).map(({ field, text }) => [field, text[lang]])),
    ...(data.field === undefined ? {} : { field: data.field }),
    ...(data.fault === undefined ? {} : { fault: data.fault }),
  };
}

function sentence({ code, status, data }: Known, module: string, t: Translate, lang: Lang): string {
  const id = `${module}.refusal.${code}`;
  if (hasWording(id)) return t(id, factsOf(data.facts));
  if (data.text !== undefined) return data.text[lang];
  if (data.fault !== undefined) return t('shell.refusal.fault', { fault: data.fault });
  return t(BY_STATUS.includes(status) ? `shell.refusal.${status}` : 'shell.refusal.general');
}

/** `refusal(error)` for forms; undefined while there is none. Spoken in the language of the moment. */
export function useRefusal(module: string): (error: unknown) => ShownRefusal | undefined {
  const { t, lang } = useText();
  return (error) => (error === null || error === undefined ? undefined : refusalOf(error, module, t, lang));
}

type Known = { readonly code: string; readonly status: number; readonly data: RefusedData };

/** oRPC's error and ours have the same three parts; the class of the former need not be loaded to see that. Undefined: no answer came. */
function readable(error: unknown): Known | undefined {
  if (error instanceof Refused) return error;
  if (!(error instanceof Error) || !('code' in error) || !('status' in error)) return undefined;
  const { code, status } = error;
  const data = 'data' in error && typeof error.data === 'object' && error.data !== null ? (error.data as RefusedData) : {};
  return typeof code === 'string' && typeof status === 'number' ? { code, status, data } : undefined;
}

const factsOf = (facts: RefusedData['facts']): Record<string, string | number> =>
  Object.fromEntries(Object.entries(facts ?? {}).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]));

/** 0 where no answer came. */
export const statusOf = (error: unknown): number => readable(error)?.status ?? 0;
export const faultOf = (error: unknown): string | undefined => readable(error)?.data.fault;
/** The network, not the server, is in the way. */
export const unanswered = (error: unknown): boolean => error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
