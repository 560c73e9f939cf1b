import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { sessionQuery } from '#web/session.ts';
import { useSubmit } from '#web/submit.ts';
import { identity, PEOPLE } from '../client.ts';

/** The reader is signed in: one button takes the invitation with this account. */
export function AcceptForm({ token, person, onDone }: { token: string; person: string; onDone: () => void }): JSX.Element {
  const { t } = useText();
  const refused = useRefusal('identity');
  const accept = useSubmit((_: null, key) => identity.acceptInvitation({ token }, { context: { key } }), [PEOPLE, sessionQuery.queryKey]);
  const refusal = refused(accept.error);
  return (
    <>
      <p>{t('identity.invitation.as', { name: person })}</p>
      {refusal !== undefined && <Refusal title={refusal.text} />}
      <p className="invitation-ways">
        <Button tone="primary" size="large" busy={accept.isPending} onClick={() => accept.mutate(null, { onSuccess: onDone })}>{t('identity.invitation.accept')}</Button>
      </p>
    </>
  );
}
