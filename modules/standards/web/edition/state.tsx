import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { StateMark } from '#web/kit/state-mark.tsx';

/** What the edition is in this city; a draft takes effect limit by limit. */
export function State({ status }: { status: 'draft' | 'published' }): JSX.Element {
  const { t } = useText();
  return (
    <div>
      <dt>{t('standards.state')}</dt>
      <dd>
        <StateMark state={status === 'draft' ? 'draft' : 'ok'}>{t(`standards.status.${status}`)}</StateMark>
      </dd>
    </div>
  );
}
