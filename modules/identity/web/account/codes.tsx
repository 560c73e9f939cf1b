import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { ACCOUNT, identity, type Account } from '../client.ts';
import { Sure } from './sure.tsx';

/** What is asked beside the password. */
export function Codes({ account }: { account: Account }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const since = account.oneTimeCodesSince;
  const begin = useSubmit((_: null) => identity.newCodeSetup({}));
  const remove = useSubmit((_: null, key) => identity.removeOneTimeCodes({}, { context: { key } }), ACCOUNT);
  return (
    <section className="work-section" aria-labelledby="codes">
      <SectionHead id="codes" title={t('identity.codes')} note={t('identity.codes.note')} />
      <p className="account-why">{t('identity.codes.why')}</p>
      {since !== null && <StateMark state="ok">{t('identity.codes.since', { when: minute(since) })}</StateMark>}
      {begin.data === undefined ? (
        <p className="account-acts">
          <Button busy={begin.isPending} onClick={() => begin.mutate(null)}>{t(since === null ? 'identity.codes.begin' : 'identity.codes.again')}</Button>
          {since !== null && <Sure what={t('identity.codes')} act={t('identity.codes.remove')} sure={t('identity.codes.remove.sure')} busy={remove.isPending} onSure={() => remove.mutate(null, { onSuccess: () => say(t('identity.codes.removed')), onError: (error) => say(refusal(error)?.text ?? '', 'refused') })} />}
        </p>
      ) : (
        <SetUp setup={begin.data} onDone={begin.reset} />
      )}
      {begin.error !== null && <Refusal title={t('identity.codes.refused')}>{refusal(begin.error)?.text}</Refusal>}
    </section>
  );
}

function SetUp({ setup, onDone }: { setup: Awaited<ReturnType<typeof identity.newCodeSetup>>; onDone: () => void }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const [code, setCode] = useState('');
  const set = useSubmit((typed: string, key) => identity.setOneTimeCodes({ setup: setup.setup, code: typed }, { context: { key } }), ACCOUNT);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(code, { onSuccess: () => (say(t('identity.codes.set')), onDone()) });
  };
  return (
    <form className="account-setup" onSubmit={submit}>
      <img src={`data:image/svg+xml,${encodeURIComponent(setup.qr)}`} width={180} height={180} alt={t('identity.codes.qr')} />
      <div>
        <p>{t('identity.codes.scan')}</p>
        <p className="account-secret">
          <span className="second">{t('identity.codes.secret')}</span> <code className="mono">{setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
        <FormField label={t('identity.codes.first')} error={refusal(set.error)?.text}>
          <TextInput value={code} required inputMode="numeric" autoComplete="one-time-code" maxLength={10} onChange={(event) => setCode(event.target.value)} />
        </FormField>
        <p className="account-acts">
          <Button type="submit" busy={set.isPending}>{t('identity.codes.use')}</Button>
          <Button tone="text" onClick={onDone}>{t('identity.cancel')}</Button>
        </p>
      </div>
    </form>
  );
}
