import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { cityUnitsQuery, type identity } from '../client.ts';
import { identityWords } from '../wording.ts';
import { RegisterForm } from './register-form.tsx';
import { unitsWording } from './wording.ts';
import '../people.css';

loadWording(identityWords);
loadWording(unitsWording);

type Row = Awaited<ReturnType<typeof identity.cityUnits>>[number];

/** The units of a city: whom the housing department and the centre bring their first administrators. */
export default function UnitsPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const query = useQuery(cityUnitsQuery(city));
  const columns: readonly Column<Row>[] = [
    { id: 'name', head: t('identity.units.name'), onPhone: 'head', cell: (row) => <><Link to={`/${city}/work/units/${row.id}`}>{row.name}</Link>{row.demo && <> <DemoMark /></>}<small>{row.creditCode}</small></> },
    { id: 'kind', head: t('identity.units.kind'), width: 160, cell: (row) => t(`identity.kind.${row.kind}`) },
    { id: 'people', head: t('identity.units.people'), figures: true, width: 80, cell: (row) => row.people },
    { id: 'administrators', head: t('identity.units.administrators'), width: 150, cell: (row) => (row.administrators === 0 ? <StateMark state="attention">{t('identity.units.none')}</StateMark> : t('identity.units.count', { count: row.administrators })) },
    { id: 'proposals', head: t('identity.units.proposals'), width: 130, cell: (row) => row.proposals > 0 && <StateMark state="lock">{t('identity.units.waiting', { count: row.proposals })}</StateMark> },
  ];
  return (
    <>
      <PageTitle size="work" title={t('identity.units.title')} under={t('identity.units.under')} />
      <div className="people-columns">
        <section className="work-section">
          <SectionHead title={t('identity.units.list')} />
          <Loaded query={query} lines={8}>
            {(rows) => <DataTable caption={t('identity.units.title')} columns={columns} rows={rows} rowKey={(row) => row.id} empty={<Empty title={t('identity.units.empty')}>{t('identity.units.empty.text')}</Empty>} />}
          </Loaded>
        </section>
        <aside className="people-form">
          <RegisterForm city={city} />
        </aside>
      </div>
    </>
  );
}
