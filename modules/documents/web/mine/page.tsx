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
import { EVIDENCE_KINDS } from '../../domain/evidence-kinds.ts';
import { myListQuery, PAGE_SIZE, type Evidence } from '../client.ts';
import { EvidenceFilter } from '../filter.tsx';
import { useListState } from '../list-state.ts';
import { EvidenceState, Expiry, useKindName } from '../marks.tsx';
import { documentsWording } from '../wording.ts';
import '../evidence.css';

loadWording(documentsWording);

/** A supplier's evidence: what there is, until when it holds, whether it is confirmed, where it serves. */
export default function MyEvidencePage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const kindName = useKindName();
  const [list, setList] = useListState('all');
  const query = useQuery({ ...myListQuery({ state: list.state === 'all' ? undefined : list.state, kind: list.kind, page: list.page }), placeholderData: keepPreviousData });
  const filtered = list.state !== 'all' || list.kind !== undefined;
  const here = `/${city}/work/evidence`;
  const submit = (
    <LinkButton to={`${here}/new`} tone="primary" icon="plus">
      {t('documents.mine.new')}
    </LinkButton>
  );
  const columns: readonly Column<Evidence>[] = [
    {
      id: 'paper', head: t('documents.column.paper'), onPhone: 'head',
      cell: (row) => (
        <>
          <Link to={`${here}/${row.id}`} className="evidence-kind">{kindName(row.kind)}</Link>
          <small className="second">{row.number ?? t('documents.number.none')}</small>
        </>
      ),
    },
    { id: 'issuer', head: t('documents.column.issuer'), cell: (row) => row.issuer ?? <span className="quiet">{t('documents.unknown')}</span> },
    { id: 'issued', head: t('documents.column.issued'), width: 120, cell: (row) => <span className="nowrap">{row.issuedOn ?? '—'}</span> },
    { id: 'until', head: t('documents.column.until'), width: 150, cell: (row) => <Expiry evidence={row} /> },
    { id: 'state', head: t('documents.column.state'), width: 180, cell: (row) => <EvidenceState evidence={row} as="holder" /> },
    { id: 'uses', head: t('documents.column.uses'), figures: true, width: 90, cell: (row) => (row.uses.length === 0 ? <span className="quiet">{t('documents.uses', { count: 0 })}</span> : t('documents.uses', { count: row.uses.length })) },
  ];
  return (
    <>
      <PageTitle size="work" title={t('documents.mine.title')} under={t('documents.mine.under')} acts={submit} />
      <section className="work-section">
        <EvidenceFilter list={list} onChange={setList} kinds={EVIDENCE_KINDS} as="holder" panel="evidence" />
        <div id="evidence" role="tabpanel" aria-label={t('documents.mine.table')}>
          <Loaded query={query} lines={8}>
            {(data) => (
              <>
                <DataTable
                  caption={t('documents.mine.table')}
                  columns={columns}
                  rows={data.rows}
                  rowKey={(row) => row.id}
                  rowState={(row) => (row.state === 'confirmed' || row.state === 'submitted' ? (row.expiry === 'expired' ? 'refused' : row.expiry === 'soon' ? 'attention' : undefined) : undefined)}
                  empty={filtered ? <Empty title={t('documents.mine.none')} /> : <Empty title={t('documents.mine.empty')} act={submit}>{t('documents.mine.empty.text')}</Empty>}
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
