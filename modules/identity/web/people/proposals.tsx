import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import type { ProposalView, UnitPeople } from '../../contract/shapes.ts';
import { RoleTags } from '../roles.tsx';
import { REFRESHED, type Acts } from './acts.ts';

/** Powerful roles that one person proposed and another confirms. Absent while there are none. */
export function Proposals({ data, acts }: { data: UnitPeople; acts: Acts }): JSX.Element | null {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const [refusing, setRefusing] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const decide = useSubmit(acts.decide, REFRESHED);
  if (data.proposals.length === 0) return null;
  const send = (proposal: string, confirms: boolean, why: string | null): void =>
    decide.mutate({ proposal, confirms, reason: why }, { onSuccess: ({ decision }) => (say(t(`identity.proposals.done.${decision}`)), setRefusing(null), setReason('')) });
  const columns: readonly Column<ProposalView>[] = [
    { id: 'who', head: t('identity.proposals.who'), width: 170, onPhone: 'head', cell: (row) => <><b>{row.forName}</b>{row.invited && <small>{t('identity.proposals.invited')}</small>}</> },
    { id: 'roles', head: t('identity.people.roles'), cell: (row) => <RoleTags roles={row.roles} /> },
    { id: 'by', head: t('identity.proposals.by'), width: 190, cell: (row) => <>{t('identity.by', { name: row.proposedBy.name, role: t(`identity.role.${row.proposedBy.as}`) })}<small>{minute(row.proposedAt)}</small></> },
    {
      id: 'act', head: <span className="only-read">{t('identity.people.act')}</span>, figures: true, onPhone: 'bare',
      cell: (row) => (
        <span className="people-acts">
          {row.may.withdraw ? <Button size="small" busy={decide.isPending} onClick={() => send(row.id, false, null)}>{t('identity.proposals.withdraw')}</Button> : (
            <>
              {row.may.refuse && <Button size="small" onClick={() => setRefusing(row.id)}>{t('identity.proposals.refuse')}</Button>}
              {row.may.confirm && <Button size="small" tone="primary" busy={decide.isPending} onClick={() => send(row.id, true, null)}>{t('identity.proposals.confirm')}</Button>}
            </>
          )}
        </span>
      ),
    },
  ];
  const refused = refusal(decide.error);
  return (
    <section className="work-section" aria-labelledby="proposals">
      <SectionHead id="proposals" title={t('identity.proposals.title')} note={t('identity.proposals.note')} />
      <DataTable caption={t('identity.proposals.title')} columns={columns} rows={data.proposals} rowKey={(row) => row.id} rowState={() => 'attention'} />
      {data.seconds === 0 && data.proposals.some((one) => one.may.withdraw) && <p className="note attention">{t('identity.proposals.alone')}</p>}
      {refusing !== null && (
        <form onSubmit={(event) => (event.preventDefault(), send(refusing, false, reason.trim()))} noValidate>
          <FormField label={t('identity.proposals.reason')} error={refused?.field === 'reason' ? refused.text : undefined}>
            <TextInput value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          </FormField>
          <p className="people-acts">
            <Button type="submit" tone="danger" size="small" busy={decide.isPending}>{t('identity.proposals.refuse')}</Button>
            <Button tone="text" size="small" onClick={() => setRefusing(null)}>{t('identity.people.cancel')}</Button>
          </p>
        </form>
      )}
      {refused !== undefined && refused.field !== 'reason' && <Refusal title={refused.text} />}
    </section>
  );
}
