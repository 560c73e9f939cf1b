import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { ACCOUNT, identity, type Account } from '../client.ts';

/** For the day something is lost. The codes are shown once and are on no other page. */
export function Recovery({ account }: { account: Account }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const known = account.recoveryCodes;
  const draw = useSubmit((_: null, key) => identity.drawRecoveryCodes({}, { context: { key } }), ACCOUNT);
  return (
    <section className="work-section" aria-labelledby="recovery">
      <SectionHead id="recovery" title={t('identity.recovery')} note={t('identity.recovery.note')} />
      <p className="account-why">{t('identity.recovery.why')}</p>
      {draw.data !== undefined ? (
        <div className="account-codes">
          <p><StateMark state="attention">{t('identity.recovery.once')}</StateMark></p>
          <ol>
            {draw.data.codes.map((code) => (
              <li key={code}><code>{code}</code></li>
            ))}
          </ol>
          <p className="account-acts no-print">
            <Button icon="print" onClick={() => print()}>{t('identity.recovery.print')}</Button>
            <Button onClick={draw.reset}>{t('identity.recovery.kept')}</Button>
          </p>
        </div>
      ) : (
        <>
          {known === null ? <StateMark state="todo">{t('identity.recovery.none')}</StateMark> : <StateMark state={known.left > 2 ? 'ok' : 'attention'}>{t('identity.recovery.left', { left: known.left, when: minute(known.drawnAt) })}</StateMark>}
          <p className="account-acts">
            <Button busy={draw.isPending} onClick={() => draw.mutate(null)}>{t(known === null ? 'identity.recovery.draw' : 'identity.recovery.draw-again')}</Button>
          </p>
          {draw.error !== null && <Refusal title={t('identity.recovery.refused')}>{refusal(draw.error)?.text}</Refusal>}
        </>
      )}
    </section>
  );
}
