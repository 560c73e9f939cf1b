import { memo, useCallback, useEffect, useRef, type JSX, type KeyboardEvent } from 'react';
import { useText } from '#web/i18n.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import type { LimitRow } from '../../contract/limits.ts';
import { BasisTag } from '../basis-tag.tsx';
import { WordedLimit } from '../drawing/limit-drawing.tsx';
import { bare, nameIn, unitIn } from '../written.ts';
import { doubtsOf, standingOf } from './desk.ts';
import '#web/kit/table.css';

type Props = {
  rows: readonly LimitRow[];
  current: string;
  checked: ReadonlySet<string>;
  mayDecide: boolean;
  onOpen: (code: string) => void;
  onCheck: (codes: readonly string[], on: boolean) => void;
  /** Enter on a row: to the verdict. */
  onEnter: () => void;
};

/** All limits that the filters leave. One row is current and takes the keys: arrows move, space ticks, Enter goes to the verdict. */
export function LimitTable({ rows, current, checked, mayDecide, onOpen, onCheck, onEnter }: Props): JSX.Element {
  const { t } = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const tickable = rows.filter((row) => standingOf(row) !== 'confirmed').map((row) => row.code);
  const all = tickable.length > 0 && tickable.every((code) => checked.has(code));

  const onKey = (event: KeyboardEvent): void => {
    const at = rows.findIndex((row) => row.code === current);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -rows.length, End: rows.length }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
      if (next === undefined) return;
      onOpen(next.code);
      body.current?.querySelector<HTMLButtonElement>(`[data-code="${next.code}"]`)?.focus();
      return;
    }
    const row = rows[at];
    if (!mayDecide || row === undefined || event.target instanceof HTMLInputElement) return;
    if (event.key === ' ' && standingOf(row) !== 'confirmed') {
      event.preventDefault();
      onCheck([row.code], !checked.has(row.code));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(row.code);
      onEnter();
    }
  };
  // The rows keep one handler, whatever has changed meanwhile: a new one would draw them all again.
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  const keys = useCallback((event: KeyboardEvent) => latest.current(event), []);

  return (
    <table className="table table-dense table-sticky desk-table" aria-describedby="desk-keys">
      <caption className="only-read">{t('standards.desk.table')}</caption>
      <thead>
        <tr>
          {mayDecide && (
            <th scope="col" className="desk-col-tick">
              <label className="tick">
                <input type="checkbox" className="tick-checkbox" aria-label={t('standards.desk.tick-all')} checked={all} disabled={tickable.length === 0} onChange={() => onCheck(tickable, !all)} />
              </label>
            </th>
          )}
          <th scope="col" className="desk-col-code">{t('standards.column.clause')}</th>
          <th scope="col">{t('standards.column.indicator')}</th>
          <th scope="col" className="num desk-col-limit">{t('standards.desk.column.limit')}</th>
          <th scope="col" className="desk-col-unit">{t('standards.column.unit')}</th>
          <th scope="col" className="desk-col-basis">{t('standards.column.basis')}</th>
          <th scope="col" className="desk-col-doubt">{t('standards.column.doubt')}</th>
          <th scope="col" className="desk-col-state">{t('standards.column.state')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <Row key={row.code} row={row} current={row.code === current} ticked={checked.has(row.code)} mayDecide={mayDecide} onOpen={onOpen} onCheck={onCheck} onKey={keys} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { row: LimitRow; current: boolean; ticked: boolean; mayDecide: boolean; onOpen: Props['onOpen']; onCheck: Props['onCheck']; onKey: (event: KeyboardEvent) => void };

/** Drawn again only where it changed, so that the keys stay quick over 270 rows. */
const Row = memo(function Row({ row, current, ticked, mayDecide, onOpen, onCheck, onKey }: RowProps): JSX.Element {
  const { t, lang } = useText();
  const standing = standingOf(row);
  const [doubt] = doubtsOf(row);
  const tabIndex = current ? 0 : -1;
  const state = current ? (standing === 'confirmed' ? 'selected' : 'attention') : ticked ? 'selected' : undefined;
  return (
    // A click anywhere in the row does what its button does; the keyboard has the button.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr className={`${state === undefined ? '' : `row-${state}`}${current ? ' desk-current' : ''}`} onClick={() => onOpen(row.code)}>
      {mayDecide && (
        <td className="desk-col-tick" onClick={(event) => event.stopPropagation()}>
          <label className="tick">
            <input type="checkbox" className="tick-checkbox" aria-label={t('standards.desk.tick', { code: row.code })} tabIndex={tabIndex} checked={ticked} disabled={standing === 'confirmed'} onKeyDown={onKey} onChange={() => onCheck([row.code], !ticked)} />
          </label>
        </td>
      )}
      <td>
        <button type="button" className="desk-open code" data-code={row.code} tabIndex={tabIndex} aria-current={current || undefined} aria-controls="desk-panel" onKeyDown={onKey}>
          {row.code}
        </button>
      </td>
      <td className="desk-name">{nameIn(lang, row)}</td>
      <td className="num">
        <LimitFigures row={row} />
      </td>
      <td className="quiet desk-unit">{unitIn(lang, row.unit) || '—'}</td>
      <td>
        <BasisTag basis={row.basis} quiet={standing === 'confirmed'} />
      </td>
      <td className={`desk-col-doubt ${standing === 'confirmed' ? 'quiet' : 'attention'}`}>{doubt !== undefined && t(`standards.doubt.${doubt}`, { parameter: row.param === null ? '' : t(`standards.parameter.${row.param}`), count: row.limits.length })}</td>
      <td>
        {current && standing === 'open' && mayDecide ? (
          <StateMark state="attention">{t('standards.state.checking')}</StateMark>
        ) : (
          <StateMark state={standing === 'confirmed' ? 'ok' : standing === 'withheld' ? 'attention' : 'todo'}>{t(`standards.state.${standing}`)}</StateMark>
        )}
      </td>
    </tr>
  );
});

/** 80 / 50 / 10 for stars and classes, 3.0～5.0 where a parameter chooses among many, the words where there is no figure. */
export function LimitFigures({ row }: { row: Pick<LimitRow, 'limits' | 'comparator'> }): JSX.Element {
  const { lang } = useText();
  const steps = row.limits.filter((limit) => limit.role !== 'base');
  const shown = steps.length > 0 ? steps : row.limits;
  const texts = shown.map((limit) => bare(lang, limit.text));
  const only = shown[0]?.text ?? '';
  if (texts.length === 1) return row.comparator === 'match' || row.comparator === 'present' ? <WordedLimit text={only} /> : <>{texts[0]}</>;
  if (texts.length > 3) return <>{`${texts[0] ?? ''} … ${texts.at(-1) ?? ''}`}</>;
  return <>{texts.join(' / ')}</>;
}
