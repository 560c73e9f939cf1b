import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { identity } from '#web/identity-client.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { homeOf } from '../login/where.ts';
import { useTitle } from '../title.ts';
import { recoverWording } from './wording.ts';
import '../login/page.css';

loadWording(recoverWording);

const EMPTY = { login: '', recoveryCode: '', password: '', code: '' };

/** Back in by a recovery code, with a new password. What has been typed stays until it is right. */
export default function RecoverPage(): JSX.Element {
  const { t } = useText();
  useTitle(t('shell.recover.title'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const recover = useSubmit(({ code, ...rest }: typeof EMPTY, key) => identity.recover(code === '' ? rest : { ...rest, code }, { context: { key } }));
  const refused = useRefusal('identity')(recover.error);
  const needsCode = asked || refused?.field === 'code';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(needsCode);
    recover.mutate(typed, {
      onSuccess: (session) => {
        queries.clear();
        queries.setQueryData(['session'], session);
        void navigate({ to: homeOf(session), replace: true });
      },
    });
  };
  const field = (name: keyof typeof EMPTY) => ({ value: typed[name], onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }) });
  return (
    <div className="wrap login">
      <form className="login-box" onSubmit={submit} aria-labelledby="recover-title">
        <h1 id="recover-title">{t('shell.recover.title')}</h1>
        <p className="quiet note">{t('shell.recover.under')}</p>
        {refused !== undefined && <Refusal kind={refused.code === 'code-needed' ? 'attention' : 'refused'} title={t(refused.code === 'code-needed' ? 'shell.recover.more' : 'shell.recover.refused')}>{refused.text}</Refusal>}
        <FormField label={t('shell.recover.login')}>
          <TextInput required autoComplete="username" autoCapitalize="none" spellCheck={false} {...field('login')} />
        </FormField>
        <FormField label={t('shell.recover.code')} hint={t('shell.recover.code.hint')}>
          <TextInput required autoComplete="off" autoCapitalize="characters" spellCheck={false} {...field('recoveryCode')} />
        </FormField>
        <FormField label={t('shell.recover.password')} hint={t('shell.recover.password.hint')}>
          <TextInput required type="password" autoComplete="new-password" {...field('password')} />
        </FormField>
        {needsCode && (
          <FormField label={t('shell.recover.one-time')}>
            <TextInput required inputMode="numeric" autoComplete="one-time-code" {...field('code')} />
          </FormField>
        )}
        <Button type="submit" tone="primary" size="large" wide busy={recover.isPending}>{t('shell.recover.act')}</Button>
        <p className="login-why">{t('shell.recover.all-lost')}</p>
        <p className="login-why"><Link to="/login">{t('shell.recover.back')}</Link></p>
      </form>
    </div>
  );
}
