import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { minute } from '#web/kit/written.ts';
import { PAGE_SIZE, sentQuery, type Sent } from '../client.ts';
import { CourseState } from './course.tsx';
import { recordWording } from './wording.ts';

loadWording(recordWording);

/** What was sent to a person when, to which address, and whether it was taken. */
export default function SentPage(): JSX.Element {
  const { t, both } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const [page, setPage] = useState(1);
  const query = useQuery({ ...sentQuery(page), placeholderData: keepPreviousData });
  const columns: readonly Column<Sent>[] = [
    { id: 'at', head: t('notifications.record.at'), width: 150, onPhone: 'bare', cell: (row) => <time dateTime={row.at} className="nowrap">{minute(row.at)}</time> },
    {
      id: 'what', head: t('notifications.record.what'), onPhone: 'head',
      cell: (row) => <>{row.path === null ? both(row.text) : <Link to={row.path}>{both(row.text)}</Link>}{row.basis !== null && <small>{t('notifications.record.basis', { basis: row.basis })}</small>}</>,
    },
    { id: 'to', head: t('notifications.record.to'), width: 210, cell: (row) => <>{t(`notifications.record.channel.${row.channel}`)}{row.address !== null && <small>{row.address}</small>}</> },
    { id: 'state', head: t('notifications.record.state'), width: 250, onPhone: 'bare', cell: (row) => <CourseState of={row} /> },
  ];
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('notifications.record.all'), to: `/${city}/work/notifications` }, { label: t('notifications.record') }]} />
      <PageTitle size="work" title={t('notifications.record')} under={t('notifications.record.under')} acts={<LinkButton to={`/${city}/work/notifications/settings`}>{t('notifications.record.settings')}</LinkButton>} />
      <Loaded query={query} lines={8}>
        {(data) => (
          <section className="work-section">
            <DataTable caption={t('notifications.record')} columns={columns} rows={data.rows} rowKey={(row) => row.id} empty={<Empty title={t('notifications.record.none')} act={<LinkButton to={`/${city}/work/notifications/settings`}>{t('notifications.record.settings')}</LinkButton>}>{t('notifications.record.none.text')}</Empty>} />
            {data.total > 0 && <Pagination page={page} size={PAGE_SIZE} total={data.total} onPage={setPage} />}
          </section>
        )}
      </Loaded>
    </>
  );
}
