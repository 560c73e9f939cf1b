import { useMemo, useState, type JSX } from 'react';
import type { ComparisonView } from '#modules/laboratories/contract/comparison.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Refusal } from '#web/kit/refusal.tsx';
import { useFailure } from '../reasons/reason.ts';
import { firstRow, marksOf, waits } from './marks.ts';
import { Notes } from './notes.tsx';
import { Rows } from './rows.tsx';
import { Sheet } from './sheet.tsx';
import { readerWording } from './wording.ts';
import './reader.css';

loadWording(readerWording);

type Props = {
  city: string;
  comparison: ComparisonView;
  /** The picture of a page, counted from 1. */
  address: (page: number) => string;
  may: { readonly settle: boolean; readonly enter: boolean };
  /** The indicator to begin at; else the first that needs a person. */
  row?: string;
  /** What shows something else after a reading was settled. */
  refreshes: readonly (readonly unknown[])[];
};

/** A report beside what was read from it: the page with numbered cells at the left, the same numbers at the right, value by value. */
export function ReportReader(props: Props): JSX.Element {
  const { comparison } = props;
  if (comparison.state === 'queued') return <Queued />;
  if (comparison.state === 'unreadable') return <Unreadable failure={comparison.failure} />;
  return <Desk key={comparison.reportId} {...props} />;
}

function Desk({ city, comparison, address, may, row, refreshes }: Props): JSX.Element {
  const { t } = useText();
  const marks = useMemo(() => marksOf(comparison.indicators), [comparison.indicators]);
  const [current, setCurrent] = useState(() => (comparison.indicators.some((one) => one.code === row) ? (row ?? '') : firstRow(comparison)));
  const placeOf = (code: string): number | undefined => comparison.indicators.find((one) => one.code === code)?.page ?? undefined;
  const [page, setPage] = useState(() => placeOf(current) ?? 1);
  const open = (code: string): void => {
    setCurrent(code);
    setPage((before) => placeOf(code) ?? before);
  };
  const nothing = comparison.unmatched.length === 0 && comparison.indicators.every((one) => one.printed === null);
  const why = useFailure();
  const tone = (code: string): 'plain' | 'attention' | 'refused' => {
    const one = comparison.indicators.find((row) => row.code === code);
    if (one === undefined || !one.confirmed) return 'plain';
    return one.outcome === 'FAIL' || one.outcome === 'INTEGRITY' ? 'refused' : waits(one) || one.outcome === 'EXPIRED' || one.outcome === 'NOT_COVERED' ? 'attention' : 'plain';
  };
  return (
    <div className="reader">
      <Sheet comparison={comparison} address={address} marks={marks} tone={tone} current={current} onCurrent={open} page={page} onPage={setPage} />
      <section className="reader-rows" aria-label={t('laboratories.reader.rows')}>
        {nothing && <Refusal kind="attention" title={t('laboratories.reader.nothing')}>{why('no-result-table')}</Refusal>}
        <Rows city={city} comparison={comparison} marks={marks} current={current} onCurrent={open} may={may} address={address} refreshes={refreshes} />
        <Notes comparison={comparison} onPage={setPage} />
        <p className="reader-keys no-print">
          <kbd>↑</kbd> <kbd>↓</kbd> {t('laboratories.reader.keys.move')} <kbd>Enter</kbd> {t('laboratories.reader.keys.open')} <kbd>J</kbd> {t('laboratories.reader.keys.next')}
        </p>
      </section>
    </div>
  );
}

/** Reading takes seconds; the page asks again by itself and may be left. */
function Queued(): JSX.Element {
  const { t } = useText();
  return (
    <div className="reader-waiting" role="status">
      <span className="spin" aria-hidden="true" />
      <div>
        <p>
          <b>{t('laboratories.reader.queued')}</b>
        </p>
        <p className="second">{t('laboratories.reader.queued.text')}</p>
      </div>
    </div>
  );
}

function Unreadable({ failure }: { failure: string | null }): JSX.Element {
  const { t } = useText();
  const why = useFailure();
  return (
    <Refusal kind="attention" title={t('laboratories.reader.unreadable')} facts={[{ name: t('laboratories.reader.unreadable.file'), value: t('laboratories.reader.unreadable.kept') }]}>
      {why(failure)}
    </Refusal>
  );
}
