import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Icon } from '#web/kit/icon.tsx';
import { Menu } from '#web/kit/menu.tsx';
import { bellQuery } from '../client.ts';
import { Lines, useReadAll } from '../lines.tsx';
import { notificationsWording } from '../wording.ts';
import './bell.css';

loadWording(notificationsWording);

/** The bell in the head: how many are unread, the newest few, the way to all. Silent where it cannot be asked. */
export function Bell({ city }: { city: string }): JSX.Element {
  const { t } = useText();
  const { data } = useQuery(bellQuery);
  const readAll = useReadAll();
  const unread = data?.unread ?? 0;
  const newest = data?.rows[0];
  return (
    <Menu
      width="wide"
      label={t('notifications.bell', { unread })}
      button={
        <>
          <Icon name="bell" size={18} />
          {unread > 0 && <span className="icon-count">{unread > 99 ? '99+' : unread}</span>}
        </>
      }
    >
      {(close) => (
        <div className="bell">
          <div className="bell-head">
            <b>{t('notifications.title')}</b>
            {unread > 0 && newest !== undefined && (
              <button type="button" className="button button-text button-small" onClick={() => readAll.mutate(newest.id)}>
                {t('notifications.read-all')}
              </button>
            )}
          </div>
          {data !== undefined && data.rows.length === 0 ? <p className="bell-none quiet">{t('notifications.empty')}</p> : <Lines rows={data?.rows ?? []} onGo={close} />}
          <Link className="bell-all" to={`/${city}/work/notifications`} onClick={close}>
            {t('notifications.all')}
          </Link>
        </div>
      )}
    </Menu>
  );
}
