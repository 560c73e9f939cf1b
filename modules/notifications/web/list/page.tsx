import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import { bellQuery, listQuery, PAGE_SIZE } from '../client.ts';
import { Lines, useReadAll } from '../lines.tsx';
import { notificationsWording } from '../wording.ts';
import './list.css';

loadWording(notificationsWording);

/** Everything the organisation was told, the newest first. */
export default function NotificationsPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const [shown, setShown] = useState<'all' | 'unread'>('all');
  const [page, setPage] = useState(1);
  const query = useQuery({ ...listQuery(shown === 'unread', page), placeholderData: keepPreviousData });
  const { data: bell } = useQuery(bellQuery);
  const readAll = useReadAll();
  const newest = bell?.rows[0];
  const unread = query.data?.unread ?? 0;
  return (
    <>
      <PageTitle
        size="work"
        title={t('notifications.title')}
        under={t('notifications.under')}
        acts={
          <>
            <LinkButton tone="text" to={`/${city}/work/notifications/sent`}>{t('notifications.sent')}</LinkButton>
            <LinkButton to={`/${city}/work/notifications/settings`}>{t('notifications.to-settings')}</LinkButton>
            {unread > 0 && newest !== undefined && <Button busy={readAll.isPending} onClick={() => readAll.mutate(newest.id)}>{t('notifications.read-all')}</Button>}
          </>
        }
      />
      <section className="work-section notices">
        <Tabs
          label={t('notifications.tabs')}
          panel="notices"
          current={shown}
          onChange={(id) => (setShown(id === 'unread' ? 'unread' : 'all'), setPage(1))}
          tabs={[{ id: 'all', label: t('notifications.tab.all') }, { id: 'unread', label: t('notifications.tab.unread'), ...(unread > 0 ? { count: unread } : {}) }]}
        />
        <div id="notices" role="tabpanel" aria-label={t('notifications.title')}>
          <Loaded query={query} lines={8}>
            {(data) =>
              data.rows.length === 0 ? (
                <Empty title={t(shown === 'unread' ? 'notifications.empty.unread' : 'notifications.empty')}>{shown === 'all' && t('notifications.empty.text')}</Empty>
              ) : (
                <>
                  <Lines rows={data.rows} />
                  <Pagination page={page} size={PAGE_SIZE} total={data.total} onPage={setPage} />
                </>
              )
            }
          </Loaded>
        </div>
      </section>
    </>
  );
}
