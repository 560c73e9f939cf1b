import type { JSX } from 'react';
import { hasWording, loadWording, useText } from '#web/i18n.ts';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { drawnWording } from './wording.ts';

loadWording(drawnWording);

type Judged = { readonly outcome: string; readonly gates: boolean; readonly confirmed: boolean; readonly star?: number | null; readonly grade?: string | null };

/** Shape and word of an outcome. Only what gates a purchase calls for a person; a limit the city has not confirmed informs. */
export function OutcomeMark({ judged }: { judged: Judged }): JSX.Element {
  const { t } = useText();
  const reached = (judged.star ?? 0) > 0 ? ` ${'★'.repeat(judged.star ?? 0)}` : judged.grade ? ` ${hasWording(`laboratories.grade.${judged.grade}`) ? t(`laboratories.grade.${judged.grade}`) : judged.grade}` : '';
  if (!judged.confirmed && judged.outcome !== 'NOT_TESTED') return <StateMark state="info">{t('laboratories.outcome.unconfirmed')}</StateMark>;
  if (!judged.gates && judged.outcome === 'FAIL') return <StateMark state="info">{t('laboratories.outcome.no-star')}</StateMark>;
  if (judged.outcome === 'NOT_TESTED') return <StateMark state={judged.gates && judged.confirmed ? 'attention' : 'todo'}>{t(judged.gates ? 'laboratories.outcome.NOT_TESTED' : 'laboratories.outcome.untested')}</StateMark>;
  return (
    <StateMark state={stateOf(judged.outcome)}>
      {t(`laboratories.outcome.${judged.outcome}`)}
      {judged.outcome === 'PASS' && reached}
    </StateMark>
  );
}

export const stateOf = (outcome: string): State => (outcome === 'PASS' ? 'ok' : outcome === 'FAIL' || outcome === 'INTEGRITY' ? 'refused' : 'attention');
