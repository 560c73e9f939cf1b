import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type JSX } from 'react';
import { Refused } from '#web/http.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { identity } from '#web/identity-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Checkbox, FormField, TextInput } from '#web/kit/form.tsx';
import { Mark } from '#web/kit/mark.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import type { Session } from '#web/session.ts';
import { useSubmit } from '#web/submit.ts';
import { useTitle } from '../title.ts';
import { ByCity } from './by-city.tsx';
import { homeOf, nextPath } from './where.ts';
import { loginWording } from './wording.ts';
import './page.css';

loadWording(loginWording);

/** The passkey first, the password beside it. A wrong pair keeps what was typed. */
export default function LoginPage(): JSX.Element {
  const { t } = useText();
  useTitle(t('shell.login.title'));
  const { arrive, nowhere } = useArrival();
  const [fault, setFault] = useState<unknown>();
  const refused = useRefusal('identity')(fault instanceof Refused ? fault : undefined);
  const text = nowhere ? t('shell.login.none') : fault === undefined ? undefined : (refused?.text ?? t('shell.login.no-passkey'));
  return (
    <div className="wrap login">
      <section className="login-box" aria-labelledby="login-title">
        <Mark word size={30} />
        <h1 id="login-title">{t('shell.login.title')}</h1>
        <p className="quiet note">{t('shell.login.under')}</p>
        {text !== undefined && <Refusal kind={refused?.code === 'code-needed' ? 'attention' : 'refused'} title={t(refused?.code === 'code-needed' ? 'shell.login.more' : 'shell.login.refused')}>{text}</Refusal>}
        <ByPasskey onIn={arrive} onFault={setFault} />
        <ByCity onFault={setFault} />
        <p className="login-or">{t('shell.login.or')}</p>
        <ByPassword onIn={arrive} onFault={setFault} codeAsked={refused?.field === 'code'} />
        <p className="login-why"><Link to="/recover">{t('shell.login.recover')}</Link></p>
      </section>
    </div>
  );
}

type Door = { onIn: (session: Session) => void; onFault: (fault: unknown) => void };

function ByPasskey({ onIn, onFault }: Door): JSX.Element {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const enter = async (): Promise<void> => {
    setBusy(true);
    onFault(undefined);
    try {
      const [{ answerWithPasskey }, question] = await Promise.all([import('#web/passkey.ts'), identity.passkeyQuestion({})]);
      onIn(await identity.signInByPasskey({ answer: await answerWithPasskey(question) }));
    } catch (fault) {
      onFault(fault);
    }
    setBusy(false);
  };
  return (
    <>
      <Button tone="primary" size="large" wide busy={busy} onClick={() => void enter()}>
        {t('shell.login.passkey')}
      </Button>
      <p className="login-why">{t('shell.login.passkey.why')}</p>
    </>
  );
}

/** The code is asked only once the password was right; then it stays, beside what was typed. */
function ByPassword({ onIn, onFault, codeAsked }: Door & { codeAsked: boolean }): JSX.Element {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState<{ login?: boolean; password?: boolean }>({});
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  if (codeAsked && !asked) setAsked(true);
  const enter = useSubmit((input: { login: string; password: string; code?: string }, key) => identity.signIn(input, { context: { key } }));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const code = String(typed.get('code') ?? '').trim();
    const input = { login: String(typed.get('login') ?? '').trim(), password: String(typed.get('password') ?? ''), ...(code === '' ? {} : { code }) };
    const lacking = { login: input.login === '', password: input.password === '' };
    setMissing(lacking);
    if (lacking.login || lacking.password) return form.current?.querySelector<HTMLInputElement>(lacking.login ? '[name=login]' : '[name=password]')?.focus();
    onFault(undefined);
    enter.mutate(input, { onSuccess: onIn, onError: onFault });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <FormField label={t('shell.login.name')} error={missing.login === true ? t('shell.login.name.missing') : undefined}>
        <TextInput name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </FormField>
      <FormField label={t('shell.login.password')} error={missing.password === true ? t('shell.login.password.missing') : undefined}>
        <TextInput name="password" type={shown ? 'text' : 'password'} autoComplete="current-password" />
      </FormField>
      {asked && (
        <FormField label={t('shell.login.code')} hint={t('shell.login.code.hint')}>
          <TextInput name="code" autoComplete="one-time-code" spellCheck={false} />
        </FormField>
      )}
      <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
        {t('shell.login.show')}
      </Checkbox>
      <Button type="submit" size="large" wide busy={enter.isPending}>
        {t('shell.login')}
      </Button>
    </form>
  );
}

/** What happens to a session that was opened: on to where the reader wanted to go, unless the account belongs to nobody. */
function useArrival(): { arrive: (session: Session) => void; nowhere: boolean } {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [nowhere, setNowhere] = useState(false);
  const arrive = (session: Session): void => {
    if (session.memberships.length === 0) return setNowhere(true);
    queries.clear();
    queries.setQueryData(['session'], session);
    void navigate({ to: nextPath() ?? homeOf(session), replace: true });
  };
  return { arrive, nowhere };
}
