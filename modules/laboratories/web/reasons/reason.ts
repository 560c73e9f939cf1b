import { checkWording } from '#modules/standards/web/parts.ts';
import { hasWording, loadWording, useText } from '#web/i18n.ts';
import { reasonsWording } from './wording.ts';

loadWording(checkWording);
loadWording(reasonsWording);

export type Reason = { readonly code: string; readonly facts?: Readonly<Record<string, string>> | undefined };

/** Facts that are codes themselves and have their own names. */
const NAMED: Readonly<Record<string, string>> = { parameter: 'standards.parameter', outcome: 'standards.outcome' };

/** Why an outcome is what it is, as a sentence: a doubt of the reader in the reader's words, all else in those of the check. */
export function useReason(): (reason: Reason) => string {
  const { t } = useText();
  return ({ code, facts = {} }) => {
    const id = [code === 'reader-doubt' ? `laboratories.doubt.${facts['doubt'] ?? ''}` : '', `standards.reason.${code}`, `laboratories.finding.${code}`].find((one) => hasWording(one));
    if (id === undefined) return t('laboratories.reason.unknown', { code });
    return t(id, Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, hasWording(`${NAMED[name] ?? ''}.${value}`) ? t(`${NAMED[name] ?? ''}.${value}`) : value])));
  };
}

/** Why a file could not be read and what to do. The code alone is stored, so words with figures have a form without. */
export function useFailure(): (failure: string | null) => string {
  const { t } = useText();
  return (failure) => t([`laboratories.unread.${failure ?? ''}`, `laboratories.unreadable.${failure ?? ''}`].find((one) => hasWording(one)) ?? 'laboratories.unread.other');
}
