import { useState, type FormEvent, type JSX } from 'react';
import type { Role } from '#kernel/policy.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import type { MemberView, UnitPeople } from '../../contract/shapes.ts';
import { RoleTicks } from '../roles.tsx';
import { REFRESHED, type Acts } from './acts.ts';

/** What one member of the unit may do. */
export function RolesForm({ member, data, change, onDone }: { member: MemberView; data: UnitPeople; change: NonNullable<Acts['changeRoles']>; onDone: () => void }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const send = useSubmit(change, REFRESHED);
  const refused = refusal(send.error);
  const same = roles.length === member.roles.length && roles.every((role) => member.roles.includes(role));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({ membership: member.id, roles: [...roles] }, { onSuccess: ({ proposed }) => (say(t(proposed.length > 0 ? 'identity.roles.waits' : 'identity.roles.done')), onDone()) });
  };
  return (
    <>
      <SectionHead title={t('identity.roles.title', { name: member.name })} />
      <form onSubmit={submit} noValidate>
        <RoleTicks legend={t('identity.people.roles')} all={data.roles} powerful={data.powerful} chosen={roles} error={refused?.field === 'roles' ? refused.text : undefined} onChange={(next) => (setRoles(next), send.reset())} />
        {refused !== undefined && refused.field !== 'roles' && <Refusal title={refused.text} />}
        <p className="people-acts work-section">
          <Button type="submit" tone="primary" busy={send.isPending} disabled={same}>{t('identity.roles.send')}</Button>
          <Button tone="text" onClick={onDone}>{t('identity.people.cancel')}</Button>
        </p>
      </form>
    </>
  );
}
