import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { StateShape } from '#web/kit/state-mark.tsx';

/** How many of so many limits the city has confirmed: the shape says all, some or none. */
export function Confirmed({ confirmed, of }: { confirmed: number; of: number }): JSX.Element {
  const { t } = useText();
  return (
    <span className="confirmed">
      <StateShape state={confirmed === 0 ? 'todo' : confirmed < of ? 'run' : 'ok'} />
      <span aria-hidden="true">
        <b>{confirmed}</b> / {of}
      </span>
      <span className="only-read">{t('standards.confirmed.said', { confirmed, of })}</span>
    </span>
  );
}
