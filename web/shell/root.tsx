import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Messages, Strip } from '#web/kit/notice.tsx';

/** What every page stands in: the line that says the connection is lost, and the messages. */
export function Root(): JSX.Element {
  const { t } = useText();
  const online = useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
  useFocusOnArrival();
  return (
    <>
      {!online && <Strip state="attention">{t('shell.offline')}</Strip>}
      <Outlet />
      <Messages />
    </>
  );
}

/** After a link inside the site, the keyboard and the screen reader stand at the new page's content, as after a full load. */
function useFocusOnArrival(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(path);
  useEffect(() => {
    if (path === undefined || path === first.current) return;
    first.current = undefined;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
