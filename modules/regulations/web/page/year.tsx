import { useMemo, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { DataTable, type Column } from '#web/kit/table.tsx';
import type { CalendarView } from '../../contract/index.ts';
import { monthsOf, type DayKind, type Month } from './months.ts';

type Holiday = CalendarView['years'][number]['holidays'][number];
const KINDS: readonly DayKind[] = ['working', 'weekend', 'holiday', 'worked', 'unknown'];

/** One year as a wall calendar, and the notice that arranged it. The table says in words what the drawing shows. */
export function Year({ calendar, year }: { calendar: CalendarView; year: number }): JSX.Element {
  const { t, both } = useText();
  const months = useMemo(() => monthsOf(calendar, year), [calendar, year]);
  const notice = calendar.years.find((one) => one.year === year);
  const columns: readonly Column<Holiday>[] = [
    { id: 'name', head: t('regulations.calendar.holiday'), onPhone: 'head', cell: (row) => both(row.name) },
    { id: 'off', head: t('regulations.calendar.off'), cell: (row) => (row.from === row.to ? row.from : `${row.from} – ${row.to.slice(5)}`) },
    { id: 'worked', head: t('regulations.calendar.worked'), cell: (row) => (row.worked.length === 0 ? '—' : row.worked.map((on) => on.slice(5)).join(' · ')) },
  ];
  return (
    <section className="year">
      <h3>{t('regulations.calendar.year', { year: String(year) })}</h3>
      {notice !== undefined && <p className="quiet">{t('regulations.calendar.notice', { name: both(notice.name), notice: notice.notice, on: notice.publishedOn })}</p>}
      <ul className="year-legend" aria-hidden="true">
        {KINDS.filter((kind) => months.some((month) => month.days.some((cell) => cell.kind === kind))).map((kind) => (
          <li key={kind}>
            <i className={`day day-${kind}`}>{kind === 'unknown' ? 25 : 1}</i>
            {t(`regulations.day.${kind}`)}
          </li>
        ))}
      </ul>
      <div className="year-months" aria-hidden="true">
        {months.map((month) => <MonthGrid key={month.month} month={month} />)}
      </div>
      {notice !== undefined && <DataTable dense caption={t('regulations.calendar.year', { year: String(year) })} columns={columns} rows={notice.holidays} rowKey={(row) => row.from} />}
    </section>
  );
}

function MonthGrid({ month }: { month: Month }): JSX.Element {
  const { t, both } = useText();
  return (
    <div className="month">
      <p>{t('regulations.calendar.month', { month: String(month.month) })}</p>
      <div className="month-days">
        {t('regulations.calendar.days').split(' ').map((name, at) => <span key={at} className="month-weekday">{name}</span>)}
        {Array.from({ length: month.before }, (_, at) => <span key={`before-${at}`} />)}
        {month.days.map(({ on, day, kind, name }) => (
          <span key={on} className={`day day-${kind}`} title={`${on} ${t(`regulations.day.${kind}`)}${name === null ? '' : ` ${both(name)}`}`}>{day}</span>
        ))}
      </div>
    </div>
  );
}
