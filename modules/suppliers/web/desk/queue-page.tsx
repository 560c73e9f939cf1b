import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import { DemoMark, Tag } from '#web/kit/tag.tsx';
import { minute } from '#web/kit/written.ts';
import type { QueueStatus } from '../../contract/review.ts';
import { QUEUE_SIZE, queueQuery, type suppliers } from '../client.ts';
import { SIGN_FOR_CENTRE } from '../status.ts';
import { suppliersWording } from '../wording.ts';
import { deskWording } from './wording.ts';
import './desk.css';

loadWording(suppliersWording);
loadWording(deskWording);

const STATUSES: readonly QueueStatus[] = ['submitted', 'returned', 'admitted', 'refused', 'withdrawn'];
type Row = Awaited<ReturnType<typeof suppliers.queue>>['rows'][number];

/** The centre's desk of applications, one status at a time. */
export default function QueuePage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const status = STATUSES.find((one) => one === search['status']) ?? 'submitted';
  const page = Number.isSafeInteger(search['page']) && Number(search['page']) >= 1 ? Number(search['page']) : 1;
  const show = (next: { status?: QueueStatus; page?: number }): void => void navigate({ to: '.', search: { status: next.status ?? status, page: next.page ?? 1 } as never, replace: true });
  const answer = useQuery(queueQuery(city, status, page));
  return (
    <>
      <PageTitle size="work" title={t('suppliers.desk.title')} under={t('suppliers.desk.under')} />
      <section className="work-section">
        <Loaded query={answer} lines={8}>
          {({ rows, total, counts }) => (
            <>
              <Tabs
                tabs={STATUSES.filter((one) => one !== 'withdrawn' || counts.withdrawn > 0).map((one) => ({ id: one, label: t(`suppliers.desk.status.${one}`), count: counts[one] }))}
                current={status} label={t('suppliers.desk.status')} panel="queue-panel" onChange={(id) => show({ status: id as QueueStatus })}
              />
              <div id="queue-panel" role="tabpanel" aria-label={t('suppliers.desk.caption')}>
                <Queue rows={rows} status={status} city={city} />
                {total > QUEUE_SIZE && <Pagination page={page} size={QUEUE_SIZE} total={total} onPage={(next) => show({ page: next })} />}
              </div>
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}

function Queue({ rows, status, city }: { rows: readonly Row[]; status: QueueStatus; city: string }): JSX.Element {
  const { t } = useText();
  const firstDemo = rows.find((row) => row.demo)?.id;
  const waits = status === 'submitted';
  const columns: readonly Column<Row>[] = [
    { id: 'name', head: t('suppliers.desk.name'), onPhone: 'head', cell: (row) => <span className="queue-name">{row.name}{row.id === firstDemo && <> <DemoMark /></>}</span> },
    { id: 'kind', head: t('suppliers.desk.kind'), width: 130, cell: (row) => <Tag>{t(`suppliers.kind.${row.kind}`)}</Tag> },
    { id: 'round', head: t('suppliers.desk.round'), width: 110, cell: (row) => t('suppliers.desk.round.text', { round: row.round }) },
    { id: 'since', head: t(waits ? 'suppliers.desk.since.submitted' : 'suppliers.desk.since'), width: 170, cell: (row) => minute(row.since) },
    { id: 'status', head: t('suppliers.desk.status'), width: 130, cell: (row) => <StateMark state={SIGN_FOR_CENTRE[row.status]}>{t(`suppliers.desk.status.${row.status}`)}</StateMark> },
    {
      id: 'act', head: <span className="only-read">{t('suppliers.desk.act')}</span>, width: 90, figures: true, onPhone: 'bare',
      cell: (row) => <LinkButton size="small" to={`/${city}/work/admissions/${row.id}`} tone={waits && row === rows[0] ? 'primary' : 'plain'}>{t(waits ? 'suppliers.desk.review' : 'suppliers.desk.look')}<span className="only-read"> {row.name}</span></LinkButton>,
    },
  ];
  const empty = <Empty title={t(waits ? 'suppliers.desk.none' : 'suppliers.desk.none.other')}>{t(waits ? 'suppliers.desk.none.text' : 'suppliers.desk.none.other.text')}</Empty>;
  return <DataTable caption={t('suppliers.desk.caption')} columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />;
}
