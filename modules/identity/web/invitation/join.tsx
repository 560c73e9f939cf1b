import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { identity } from '../client.ts';

type Typed = { name: string; login: string; password: string };

/** The reader has no session: an account is made with the invitation, or they sign in with the one they have and come back. */
export function JoinForm({ token, name, onDone }: { token: string; name: string; onDone: () => void }): JSX.Element {
  const { t } = useText();
  const refused = useRefusal('identity');
  const [typed, setTyped] = useState<Typed>({ name, login: '', password: '' });
  const join = useSubmit((input: Typed, key) => identity.joinByInvitation({ token, ...input }, { context: { key } }));
  const refusal = refused(join.error);
  const field = (of: keyof Typed, hint?: string): JSX.Element => (
    <FormField label={t(`identity.invitation.${of}`)} {...(hint === undefined ? {} : { hint })} error={refusal?.field === of ? refusal.text : refusal?.fields[of]}>
      <TextInput
        value={typed[of]} type={of === 'password' ? 'password' : 'text'} autoComplete={{ name: 'name', login: 'username', password: 'new-password' }[of]} {...(of === 'name' ? {} : { autoCapitalize: 'none', spellCheck: false })}
        onChange={(event) => setTyped({ ...typed, [of]: event.target.value })}
      />
    </FormField>
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    join.mutate(typed, { onSuccess: onDone });
  };
  const shown = (['name', 'login', 'password'] as const).some((of) => refusal?.field === of || refusal?.fields[of] !== undefined);
  return (
    <form onSubmit={submit} noValidate>
      {field('name')}
      {field('login', t('identity.invitation.login.hint'))}
      {field('password', t('identity.invitation.password.hint'))}
      {refusal !== undefined && !shown && <Refusal title={refusal.text} />}
      <Button type="submit" tone="primary" size="large" wide busy={join.isPending}>{t('identity.invitation.join')}</Button>
      <p className="note second invitation-ways">
        {t('identity.invitation.have')} <Link to="/login" search={{ next: '/invitation' } as never}>{t('identity.invitation.have.act')}</Link>
      </p>
    </form>
  );
}
