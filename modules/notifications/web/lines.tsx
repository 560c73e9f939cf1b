import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Notification } from '#web/kit/notice.tsx';
import { minute } from '#web/kit/written.ts';
import { useSubmit } from '#web/submit.ts';
import { NOTIFICATIONS, notifications, type Notice } from './client.ts';

/** Reading one is going there: it is marked on the way. What leads nowhere is marked with all the others. */
export function Lines({ rows, onGo }: { rows: readonly Notice[]; onGo?: () => void }): JSX.Element {
  const { both, lang } = useText();
  const read = useSubmit((ids: readonly string[], key) => notifications.markRead({ ids: [...ids] }, { context: { key } }), [NOTIFICATIONS]);
  const go = (notice: Notice): void => {
    if (notice.unread) read.mutate([notice.id]);
    onGo?.();
  };
  return (
    <ul>
      {rows.map((notice) => (
        <Notification
          key={notice.id}
          state="info"
          unread={notice.unread}
          title={notice.path === null ? both(notice.text) : <Link to={notice.path} onClick={() => go(notice)}>{both(notice.text)}</Link>}
          {...(notice.city === null ? {} : { context: lang === 'en' ? notice.city.nameEn : notice.city.nameZh })}
          when={<time dateTime={notice.at}>{minute(notice.at)}</time>}
        />
      ))}
    </ul>
  );
}

/** Everything up to the newest that is shown; what arrived meanwhile stays unread. */
export const useReadAll = () => useSubmit((upTo: string, key) => notifications.markRead({ upTo }, { context: { key } }), [NOTIFICATIONS]);
