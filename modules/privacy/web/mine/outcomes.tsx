import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { DataTable, type Column } from '#web/kit/table.tsx';
import type { Outcome } from '../../contract/index.ts';

/** What becomes of each item: how much goes, how much stays, why, and until when. */
export function Outcomes({ rows }: { rows: readonly Outcome[] }): JSX.Element {
  const { t, both } = useText();
  const columns: readonly Column<Outcome>[] = [
    { id: 'what', head: t('privacy.outcome.what'), onPhone: 'head', cell: (row) => both(row.is) },
    { id: 'erased', head: t('privacy.outcome.erased'), figures: true, width: 90, cell: (row) => row.erased },
    { id: 'kept', head: t('privacy.outcome.kept'), figures: true, width: 90, cell: (row) => row.kept },
    { id: 'why', head: t('privacy.outcome.why'), cell: (row) => (row.kept === 0 ? '—' : t(`privacy.keep.${row.keep}`)) },
    { id: 'until', head: t('privacy.outcome.until'), width: 130, cell: (row) => (row.kept === 0 ? '—' : (row.until ?? t('privacy.outcome.unknown'))) },
  ];
  return <DataTable dense caption={t('privacy.outcome.title')} columns={columns} rows={rows} rowKey={(row) => both(row.is)} empty={<p className="quiet">{t('privacy.outcome.counting')}</p>} />;
}
