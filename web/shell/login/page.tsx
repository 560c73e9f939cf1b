import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type JSX } from 'react';
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
import { loginWording } from './wording.ts';
import './page.css';

loadWording(loginWording);

/** One account, one password. A wrong pair keeps what was typed. */
export default function LoginPage(): JSX.Element {
  const { t } = useText();
  useTitle(t('shell.login.title'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const refusal = useRefusal('identity');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState<{ login?: boolean; password?: boolean }>({});
  const form = useRef<HTMLFormElement>(null);
  const enter = useSubmit((input: { login: string; password: string }, key) => identity.signIn(input, { context: { key } }));

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const input = { login: String(typed.get('login') ?? '').trim(), password: String(typed.get('password') ?? '') };
    const lacking = { login: input.login === '', password: input.password === '' };
    setMissing(lacking);
    if (lacking.login || lacking.password) return form.current?.querySelector<HTMLInputElement>(lacking.login ? '[name=login]' : '[name=password]')?.focus();
    enter.mutate(input, {
      onSuccess: (session) => {
        if (session.memberships.length === 0) return;
        queries.clear();
        queries.setQueryData(['session'], session);
        void navigate({ to: nextPath() ?? homeOf(session), replace: true });
      },
    });
  };
  const refused = refusal(enter.error);
  const nowhere = enter.data?.memberships.length === 0;

  return (
    <div className="wrap login">
      <form ref={form} className="login-box" onSubmit={submit} noValidate aria-labelledby="login-title">
        <Mark word size={30} />
        <h1 id="login-title">{t('shell.login.title')}</h1>
        <p className="quiet note">{t('shell.login.under')}</p>
        {(refused !== undefined || nowhere) && <Refusal title={t('shell.login.refused')}>{nowhere ? t('shell.login.none') : refused?.text}</Refusal>}
        <FormField label={t('shell.login.name')} error={missing.login === true ? t('shell.login.name.missing') : undefined}>
          <TextInput name="login" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </FormField>
        <FormField label={t('shell.login.password')} error={missing.password === true ? t('shell.login.password.missing') : undefined}>
          <TextInput name="password" type={shown ? 'text' : 'password'} autoComplete="current-password" />
        </FormField>
        <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
          {t('shell.login.show')}
        </Checkbox>
        <Button type="submit" tone="primary" size="large" wide busy={enter.isPending}>
          {t('shell.login')}
        </Button>
      </form>
    </div>
  );
}

/** Where the reader wanted to go, if it is on this site: an address with a host in it is not followed. */
function nextPath(): string | undefined {
  const next = new URLSearchParams(location.search).get('next');
  if (next === null || !next.startsWith('/') || next.startsWith('//')) return undefined;
  const url = new URL(next, location.origin);
  return url.origin === location.origin ? `${url.pathname}${url.search}` : undefined;
}

/** A body of a city goes to that city's workbench; one that serves all goes to choose. */
function homeOf(session: Session): string {
  const slug = (session.active ?? session.memberships[0])?.citySlug;
  return slug == null ? '/' : `/${slug}/work`;
}
