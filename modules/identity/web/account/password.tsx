import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { ACCOUNT, identity } from '../client.ts';

/** The other way in. */
export function Password(): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ password: '', again: '' });
  const [differs, setDiffers] = useState(false);
  const change = useSubmit((password: string, key) => identity.changePassword({ password }, { context: { key } }), ACCOUNT);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setDiffers(typed.password !== typed.again);
    if (typed.password !== typed.again) return;
    change.mutate(typed.password, {
      onSuccess: ({ sessionsEnded }) => {
        setOpen(false);
        setTyped({ password: '', again: '' });
        say(t('identity.password.changed', { count: sessionsEnded }));
      },
    });
  };
  return (
    <section className="work-section" aria-labelledby="password">
      <SectionHead id="password" title={t('identity.password')} note={t('identity.password.note')} />
      <p className="account-why">{t('identity.password.why')}</p>
      {open ? (
        <form className="account-form" onSubmit={submit}>
          <FormField label={t('identity.password.new')} hint={t('identity.password.new.hint')} error={refusal(change.error)?.text}>
            <TextInput type="password" required autoComplete="new-password" value={typed.password} onChange={(event) => setTyped({ ...typed, password: event.target.value })} />
          </FormField>
          <FormField label={t('identity.password.again')} error={differs ? t('identity.password.differs') : undefined}>
            <TextInput type="password" required autoComplete="new-password" value={typed.again} onChange={(event) => setTyped({ ...typed, again: event.target.value })} />
          </FormField>
          <p className="account-acts">
            <Button type="submit" busy={change.isPending}>{t('identity.password.save')}</Button>
            <Button tone="text" onClick={() => setOpen(false)}>{t('identity.cancel')}</Button>
          </p>
        </form>
      ) : (
        <p className="account-acts">
          <Button onClick={() => setOpen(true)}>{t('identity.password.change')}</Button>
        </p>
      )}
    </section>
  );
}
