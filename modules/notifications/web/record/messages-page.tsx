import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { say, Strip } from '#web/kit/notice.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { MESSAGES, messagesQuery, notifications, PAGE_SIZE, type Course, type Message } from '../client.ts';
import { CourseState } from './course.tsx';
import { recordWording } from './wording.ts';
import './record.css';

loadWording(recordWording);

const STATES: readonly ('all' | Course['state'])[] = ['all', 'waiting', 'unknown', 'refused', 'given-up', 'withheld', 'handed-over'];

/** Whether messages go out, for the operator: their course, never what they say. */
export default function MessagesPage(): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('notifications');
  const [state, setState] = useState<(typeof STATES)[number]>('all');
  const [page, setPage] = useState(1);
  const query = useQuery({ ...messagesQuery(state === 'all' ? undefined : state, page), placeholderData: keepPreviousData });
  const again = useSubmit((messageId: string, key) => notifications.sendAgain({ messageId }, { context: { key } }), [MESSAGES]);
  const resend = (id: string): void => again.mutate(id, { onSuccess: () => say(t('notifications.messages.again.done')), onError: (error) => say(refusal(error)?.text ?? '', 'refused') });
  const columns: readonly Column<Message>[] = [
    { id: 'at', head: t('notifications.record.at'), width: 150, cell: (row) => <time dateTime={row.at} className="nowrap">{minute(row.at)}</time> },
    { id: 'kind', head: t('notifications.messages.kind'), cell: (row) => <>{t(`notifications.kind.${row.kind}`)}{row.class !== null && <small>{t(`notifications.record.class.${row.class}`)}</small>}</> },
    { id: 'to', head: t('notifications.record.to'), width: 210, cell: (row) => <>{t(`notifications.record.channel.${row.channel}`)}{row.address !== null && <small>{row.address}</small>}</> },
    { id: 'attempts', head: t('notifications.messages.attempts'), figures: true, width: 90, cell: (row) => row.attempts },
    { id: 'state', head: t('notifications.record.state'), width: 250, cell: (row) => <CourseState of={row} /> },
    { id: 'act', head: <span className="only-read">{t('notifications.messages.act')}</span>, width: 100, figures: true, cell: (row) => row.mayAgain && <Button size="small" busy={again.isPending} onClick={() => resend(row.id)}>{t('notifications.messages.again')}</Button> },
  ];
  return (
    <>
      <PageTitle size="work" title={t('notifications.messages')} under={t('notifications.messages.under')} />
      <Loaded query={query} lines={8}>
        {(data) => (
          <section className="work-section">
            <div className="messages-off">{data.channels.filter((one) => !one.configured).map((one) => <Strip key={one.channel} state="info">{t(`notifications.messages.off.${one.channel}`)}</Strip>)}</div>
            <Tabs
              label={t('notifications.messages.states')} panel="messages" current={state}
              onChange={(id) => (setState(id as typeof state), setPage(1))}
              tabs={STATES.map((id) => ({ id, label: t(id === 'all' ? 'notifications.messages.all' : `notifications.state.${id}`), ...(id === 'all' ? {} : { count: data.counts[id] ?? 0 }) }))}
            />
            <div id="messages" role="tabpanel" aria-label={t('notifications.messages')}>
              <DataTable caption={t('notifications.messages')} columns={columns} rows={data.rows} rowKey={(row) => row.id} empty={<Empty title={t('notifications.messages.none')}>{t('notifications.messages.none.text')}</Empty>} />
              {data.total > 0 && <Pagination page={page} size={PAGE_SIZE} total={data.total} onPage={setPage} />}
            </div>
          </section>
        )}
      </Loaded>
    </>
  );
}
