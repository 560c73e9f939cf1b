import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from './button.tsx';
import { StateMark } from './state-mark.tsx';
import './empty.css';

/** What will appear here, and how to begin. No picture. */
export function Empty({ title, children, act }: { title: ReactNode; children?: ReactNode; act?: ReactNode }): JSX.Element {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {act !== undefined && <div className="empty-act">{act}</div>}
    </div>
  );
}

/** It could not be read. Says what is not lost, quotes the number of the fault, offers to try again. */
export function LoadFailed({ fault, onRetry, children }: { fault?: string | undefined; onRetry?: () => void; children?: ReactNode }): JSX.Element {
  const { t } = useText();
  return (
    <div className="empty" role="alert">
      <p>
        <StateMark state="refused">{t('kit.load-failed')}</StateMark>
      </p>
      <p>
        {children ?? t('kit.load-failed.kept')}
        {fault !== undefined && ` ${t('kit.fault', { fault })}`}
      </p>
      {onRetry !== undefined && (
        <div className="empty-act">
          <Button size="small" onClick={onRetry}>
            {t('kit.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Holds the place of a line of text while it is read. */
export const Skeleton = ({ width = 120, height = 10 }: { width?: number | string; height?: number }): JSX.Element => (
  <svg className="skeleton" width={width} height={height} aria-hidden="true">
    <rect width="100%" height="100%" />
  </svg>
);

/** A block of lines while a page's data is on its way; says so to those who do not see it. */
export function Reading({ lines = 4 }: { lines?: number }): JSX.Element {
  const { t } = useText();
  return (
    <div className="reading" role="status">
      <span className="only-read">{t('kit.reading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} width={`${90 - ((line * 37) % 55)}%`} />
      ))}
    </div>
  );
}
