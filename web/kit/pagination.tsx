import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Icon } from './icon.tsx';
import './pagination.css';

/** First, last, and those around the present page; null is a gap. */
export function pagesShown(page: number, count: number): readonly (number | null)[] {
  const near = [1, page - 1, page, page + 1, count].filter((n) => n >= 1 && n <= count);
  const unique = [...new Set(near)].sort((a, b) => a - b);
  return unique.flatMap((n, index) => {
    const before = unique[index - 1];
    if (before === undefined || n - before === 1) return [n];
    return n - before === 2 ? [n - 1, n] : [null, n];
  });
}

/** Pages of a long list. `total` is of things, not of pages. */
export function Pagination({ page, size, total, onPage }: { page: number; size: number; total: number; onPage: (page: number) => void }): JSX.Element {
  const { t } = useText();
  const count = Math.max(1, Math.ceil(total / size));
  return (
    <nav className="pagination" aria-label={t('kit.pages')}>
      <span className="quiet">{t('kit.total', { total })}</span>
      {count > 1 && (
        <ul>
          <li>
            <button type="button" className="page-button" aria-label={t('kit.page.before')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
              <Icon name="left" size={14} />
            </button>
          </li>
          {pagesShown(page, count).map((n, index) =>
            n === null ? (
              <li key={`gap-${index}`} aria-hidden="true" className="quiet">
                …
              </li>
            ) : (
              <li key={n}>
                <button type="button" className="page-button" aria-label={t('kit.page', { page: n })} aria-current={n === page ? 'page' : undefined} onClick={() => onPage(n)}>
                  {n}
                </button>
              </li>
            ),
          )}
          <li>
            <button type="button" className="page-button" aria-label={t('kit.page.after')} disabled={page >= count} onClick={() => onPage(page + 1)}>
              <Icon name="right" size={14} />
            </button>
          </li>
        </ul>
      )}
    </nav>
  );
}
