import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { Tag } from '#web/kit/tag.tsx';
import { legalDay } from '#web/kit/written.ts';
import type { MemberView, UnitPeople } from '../../contract/shapes.ts';
import { RoleTags } from '../roles.tsx';
import type { Acts } from './acts.ts';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import { Proposals } from './proposals.tsx';
import { RolesForm } from './roles-form.tsx';
import '../people.css';

/** Who belongs to a unit, who was invited, and which roles wait for a second person; beside it the one form in use. */
export function UnitPeopleView({ data, acts }: { data: UnitPeople; acts: Acts }): JSX.Element {
  const { t } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const member = data.members.find((one) => one.id === chosen);
  const columns: readonly Column<MemberView>[] = [
    { id: 'name', head: t('identity.people.name'), width: 160, onPhone: 'head', cell: (row) => <><b>{row.name}</b> {row.self && <Tag tone="green">{t('identity.people.self')}</Tag>}</> },
    { id: 'roles', head: t('identity.people.roles'), cell: (row) => <RoleTags roles={row.roles} none={t('identity.people.roles.none')} /> },
    { id: 'since', head: t('identity.people.since'), width: 120, cell: (row) => <time className="nowrap" dateTime={row.since}>{legalDay(row.since)}</time> },
    ...(acts.changeRoles === null ? [] : [{
      id: 'act', head: <span className="only-read">{t('identity.people.act')}</span>, figures: true, onPhone: 'bare' as const,
      cell: (row: MemberView) => row.may.changeRoles && <Button size="small" aria-pressed={row.id === chosen} onClick={() => setChosen(row.id === chosen ? null : row.id)}>{t('identity.people.change')}</Button>,
    }]),
  ];
  return (
    <div className="people-columns">
      <div>
        <Proposals data={data} acts={acts} />
        <section className="work-section" aria-labelledby="members">
          <SectionHead id="members" title={t('identity.people.members')} note={t('identity.people.members.note', { count: data.members.length })} />
          <DataTable
            caption={t('identity.people.members')} columns={columns} rows={data.members} rowKey={(row) => row.id} rowState={(row) => (row.id === chosen ? 'selected' : undefined)}
            empty={<Empty title={t('identity.people.empty')}>{t('identity.people.empty.text')}</Empty>}
          />
        </section>
        <Invitations data={data} acts={acts} />
      </div>
      <aside className="people-form">
        {member === undefined || acts.changeRoles === null ? <InviteForm data={data} acts={acts} /> : <RolesForm key={member.id} member={member} data={data} change={acts.changeRoles} onDone={() => setChosen(null)} />}
      </aside>
    </div>
  );
}
