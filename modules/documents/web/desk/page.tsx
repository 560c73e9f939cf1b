import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { minute } from '#web/kit/written.ts';
import { CONFIRMED_BY_CENTRE } from '../../domain/evidence-kinds.ts';
import { deskListQuery, PAGE_SIZE, type Evidence } from '../client.ts';
import { EvidenceFilter } from '../filter.tsx';
import { useListState } from '../list-state.ts';
import { EvidenceState, Expiry, useKindName } from '../marks.tsx';
import { documentsWording } from '../wording.ts';
import '../evidence.css';

loadWording(documentsWording);

/** What waits for the centre: papers used in its city that a person confirms. */
export default function EvidenceDeskPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const kindName = useKindName();
  const [list, setList] = useListState('submitted');
  const query = useQuery({ ...deskListQuery(city, { state: list.state === 'all' ? undefined : list.state, kind: list.kind, page: list.page }), placeholderData: keepPreviousData });
  const here = `/${city}/work/evidence-desk`;
  const columns: readonly Column<Evidence & { first: boolean }>[] = [
    {
      id: 'paper', head: t('documents.column.paper'), onPhone: 'head',
      cell: (row) => (
        <>
          <Link to={`${here}/${row.id}`} className="evidence-kind">{kindName(row.kind)}</Link>
          <small className="second">{row.number ?? t('documents.number.none')}</small>
        </>
      ),
    },
    { id: 'holder', head: t('documents.column.holder'), cell: (row) => <>{row.holder.name} {row.first && row.holder.demo && <DemoMark />}</> },
    { id: 'issuer', head: t('documents.column.issuer'), cell: (row) => row.issuer ?? <span className="quiet">{t('documents.unknown')}</span> },
    { id: 'until', head: t('documents.column.until'), width: 130, cell: (row) => <Expiry evidence={row} /> },
    { id: 'submitted', head: t('documents.column.submitted'), width: 150, cell: (row) => <time className="nowrap" dateTime={row.submittedAt}>{minute(row.submittedAt)}</time> },
    { id: 'state', head: t('documents.column.state'), width: 150, cell: (row) => <EvidenceState evidence={row} as="centre" /> },
    {
      id: 'act', head: <span className="only-read">{t('documents.column.act')}</span>, figures: true, onPhone: 'bare',
      cell: (row) => <LinkButton size="small" to={`${here}/${row.id}`} tone={row.first && row.may.confirm ? 'primary' : 'plain'}>{t(row.may.confirm ? 'documents.desk.open' : 'documents.desk.see')}</LinkButton>,
    },
  ];
  return (
    <>
      <PageTitle size="work" title={t('documents.desk.title')} under={t('documents.desk.under')} />
      <section className="work-section">
        <EvidenceFilter list={list} onChange={setList} kinds={CONFIRMED_BY_CENTRE} as="centre" panel="evidence" waiting={query.data?.waiting} />
        <div id="evidence" role="tabpanel" aria-label={t('documents.desk.table')}>
          <Loaded query={query} lines={8}>
            {(data) => (
              <>
                <DataTable
                  caption={t('documents.desk.table')}
                  columns={columns}
                  rows={data.rows.map((row, place) => ({ ...row, first: place === 0 }))}
                  rowKey={(row) => row.id}
                  empty={list.state === 'submitted' && list.kind === undefined ? <Empty title={t('documents.desk.empty')}>{t('documents.desk.empty.text')}</Empty> : <Empty title={t('documents.mine.none')} />}
                />
                {data.total > 0 && <Pagination page={list.page} size={PAGE_SIZE} total={data.total} onPage={(page) => setList({ page })} />}
              </>
            )}
          </Loaded>
        </div>
      </section>
    </>
  );
}
