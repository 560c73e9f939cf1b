import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';

/** An act that cannot be undone asks once more, where it stands. `what` is said to those who do not see the row. */
export function Sure({ what, act, sure, busy, onSure }: { what: string; act: string; sure: string; busy: boolean; onSure: () => void }): JSX.Element {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  // One button for both, so that the keyboard stays on it; the second half of a double click says nothing.
  return (
    <span className="account-sure">
      <Button size="small" tone={asked ? 'danger' : 'plain'} busy={busy} onClick={(event) => event.detail < 2 && (asked ? onSure() : setAsked(true))}>
        {asked ? sure : act}
        <span className="only-read"> {what}</span>
      </Button>
      {asked && <Button size="small" tone="text" onClick={() => setAsked(false)}>{t('identity.cancel')}</Button>}
    </span>
  );
}
