import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { say } from '#web/kit/notice.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { sessionQuery } from '#web/session.ts';
import { useSubmit } from '#web/submit.ts';
import type { Invitation } from '../../contract/invitations.ts';
import { identity, myInvitationsQuery, PEOPLE } from '../client.ts';
import { InvitationState, RoleTags } from '../roles.tsx';

/** Invitations made out to the reader's account; absent where there are none. */
export function MyInvitations(): JSX.Element | null {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const { data } = useQuery(myInvitationsQuery);
  const accept = useSubmit((invitation: string, key) => identity.acceptMyInvitation({ invitation }, { context: { key } }), [PEOPLE, sessionQuery.queryKey, ['todo-sources']]);
  if (data === undefined || data.length === 0) return null;
  const take = (id: string): void => accept.mutate(id, { onSuccess: () => say(t('identity.rights.accepted')), onError: (error) => say(refusal(error)?.text ?? '', 'refused') });
  const columns: readonly Column<Invitation>[] = [
    { id: 'unit', head: t('identity.rights.unit'), onPhone: 'head', cell: (row) => <b>{row.organisationName}</b> },
    { id: 'roles', head: t('identity.rights.roles'), cell: (row) => <RoleTags roles={row.roles} /> },
    { id: 'by', head: t('identity.rights.invited-by'), cell: (row) => t('identity.by', { name: row.invitedBy.name, role: t(`identity.role.${row.invitedBy.as}`) }) },
    { id: 'until', head: t('identity.rights.until'), width: 140, cell: (row) => <span className="nowrap">{minute(row.endsAt)}</span> },
    { id: 'act', head: <span className="only-read">{t('identity.rights.accept')}</span>, figures: true, onPhone: 'bare', cell: (row) => (row.state === 'open' ? <Button size="small" tone="primary" busy={accept.isPending} onClick={() => take(row.id)}>{t('identity.rights.accept')}</Button> : <InvitationState state={row.state} />) },
  ];
  return (
    <section className="work-section">
      <SectionHead title={t('identity.rights.invitations')} />
      <DataTable caption={t('identity.rights.invitations')} columns={columns} rows={data} rowKey={(row) => row.id} />
    </section>
  );
}
