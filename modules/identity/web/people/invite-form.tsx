import { useState, type FormEvent, type JSX } from 'react';
import type { Role } from '#kernel/policy.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import type { UnitPeople } from '../../contract/shapes.ts';
import { RoleTicks } from '../roles.tsx';
import { REFRESHED, type Acts } from './acts.ts';

const NOTHING = { name: '', login: '', mail: '' };

/** Whom to invite with which roles. What was typed stays until the invitation stands. */
export function InviteForm({ data, acts }: { data: UnitPeople; acts: Acts }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const [typed, setTyped] = useState(NOTHING);
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [missing, setMissing] = useState<{ name?: string; roles?: string }>({});
  const send = useSubmit(acts.invite, REFRESHED);
  const refused = refusal(send.error);
  const error = (field: string): string | undefined => (refused?.field === field ? refused.text : refused?.fields[field]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const lacking = { ...(typed.name.trim() === '' ? { name: t('identity.invite.name.missing') } : {}), ...(!acts.onlyAdministrators && roles.length === 0 ? { roles: t('identity.invite.roles.missing') } : {}) };
    setMissing(lacking);
    if (Object.keys(lacking).length > 0) return;
    const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
    send.mutate({ name: typed.name.trim(), login: orNull(typed.login), mail: orNull(typed.mail), roles: [...roles] }, {
      onSuccess: ({ awaitsConfirmation }) => (say(t(awaitsConfirmation ? 'identity.invite.waits' : 'identity.invite.done')), setTyped(NOTHING), setRoles([])),
    });
  };
  const put = (change: Partial<typeof NOTHING>): void => (setTyped({ ...typed, ...change }), setMissing({}));
  const shown = [error('name'), error('login'), error('mail'), error('roles')].some((one) => one !== undefined);
  return (
    <>
      <SectionHead title={t(acts.onlyAdministrators ? 'identity.invite.administrator' : 'identity.invite.title')} />
      <form onSubmit={submit} noValidate aria-label={t('identity.invite.title')}>
        <FormField label={t('identity.people.name')} error={missing.name ?? error('name')}>
          <TextInput value={typed.name} maxLength={50} onChange={(event) => put({ name: event.target.value })} />
        </FormField>
        <FormField label={t('identity.invite.login')} optional hint={t('identity.invite.login.hint')} error={error('login')}>
          <TextInput value={typed.login} maxLength={64} autoComplete="off" autoCapitalize="none" spellCheck={false} onChange={(event) => put({ login: event.target.value })} />
        </FormField>
        <FormField label={t('identity.invite.mail')} optional hint={t('identity.invite.mail.hint')} error={error('mail')}>
          <TextInput type="email" value={typed.mail} maxLength={200} autoComplete="off" onChange={(event) => put({ mail: event.target.value })} />
        </FormField>
        {!acts.onlyAdministrators && <RoleTicks legend={t('identity.people.roles')} all={data.roles} powerful={data.powerful} chosen={roles} error={missing.roles ?? error('roles')} onChange={(next) => (setRoles(next), setMissing({}))} />}
        {refused !== undefined && !shown && <Refusal title={refused.text} />}
        <Button type="submit" tone="primary" wide busy={send.isPending}>{t('identity.invite.send')}</Button>
      </form>
    </>
  );
}
