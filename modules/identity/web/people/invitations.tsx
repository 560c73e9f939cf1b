import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { say } from '#web/kit/notice.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import type { InvitationView, UnitPeople } from '../../contract/shapes.ts';
import { invitationAddress } from '../client.ts';
import { InvitationState, RoleTags } from '../roles.tsx';
import { REFRESHED, type Acts } from './acts.ts';

/** What the unit invited lately; a link is made when it is asked for, and shown once. */
export function Invitations({ data, acts }: { data: UnitPeople; acts: Acts }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const [made, setMade] = useState<{ id: string; address: string; endsAt: string } | null>(null);
  const told = { onError: (error: Error): void => say(refusal(error)?.text ?? '', 'refused') };
  const link = useSubmit(acts.link);
  const withdraw = useSubmit(acts.withdraw, REFRESHED);
  const make = (id: string): void => link.mutate(id, { ...told, onSuccess: ({ token, endsAt }) => setMade({ id, address: invitationAddress(token), endsAt }) });
  const copy = async (address: string): Promise<void> => {
    await navigator.clipboard.writeText(address);
    say(t('identity.invitations.copied'));
  };
  const columns: readonly Column<InvitationView>[] = [
    { id: 'name', head: t('identity.people.name'), width: 170, onPhone: 'head', cell: (row) => <><b>{row.name}</b><small>{row.mail ?? row.login}</small></> },
    { id: 'roles', head: t('identity.people.roles'), cell: (row) => <RoleTags roles={row.roles} /> },
    { id: 'until', head: t('identity.invitations.until'), width: 140, cell: (row) => <time className="nowrap" dateTime={row.endsAt}>{minute(row.endsAt)}</time> },
    { id: 'state', head: t('identity.invitations.state'), width: 160, cell: (row) => <InvitationState state={row.state} /> },
    {
      id: 'act', head: <span className="only-read">{t('identity.people.act')}</span>, figures: true, onPhone: 'bare',
      cell: (row) => (
        <span className="people-acts">
          {row.may.withdraw && <Button size="small" tone="text" onClick={() => withdraw.mutate(row.id, { ...told, onSuccess: () => (say(t('identity.invitations.withdrawn')), setMade(null)) })}>{t('identity.invitations.withdraw')}</Button>}
          {row.may.makeLink && <Button size="small" busy={link.isPending} onClick={() => make(row.id)}>{t('identity.invitations.link')}</Button>}
        </span>
      ),
    },
  ];
  return (
    <section className="work-section" aria-labelledby="invitations">
      <SectionHead id="invitations" title={t('identity.invitations.title')} note={t('identity.invitations.note')} />
      {made !== null && (
        <div className="people-link" role="status">
          <b>{t('identity.invitations.made', { name: data.invitations.find((one) => one.id === made.id)?.name ?? '' })}</b>
          <input className="input" readOnly value={made.address} aria-label={t('identity.invitations.address')} onFocus={(event) => event.target.select()} />
          <p className="note second">{t('identity.invitations.once', { until: minute(made.endsAt) })}</p>
          <Button size="small" tone="primary" onClick={() => void copy(made.address)}>{t('identity.invitations.copy')}</Button>
        </div>
      )}
      <DataTable caption={t('identity.invitations.title')} columns={columns} rows={data.invitations} rowKey={(row) => row.id} empty={<Empty title={t('identity.invitations.empty')}>{t('identity.invitations.empty.text')}</Empty>} />
    </section>
  );
}
