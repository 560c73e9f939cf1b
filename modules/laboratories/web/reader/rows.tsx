import { Fragment, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import type { ComparedIndicator, ComparisonView } from '#modules/laboratories/contract/comparison.ts';
import { nameIn, unitIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { valueText } from '../drawn/figures.ts';
import { OutcomeMark } from '../drawn/outcome-mark.tsx';
import { Detail } from './detail.tsx';
import { markOf, stepsOf, waits, type Mark } from './marks.ts';

type Props = {
  city: string;
  comparison: ComparisonView;
  marks: readonly Mark[];
  current: string;
  onCurrent: (code: string) => void;
  may: { readonly settle: boolean; readonly enter: boolean };
  address: (page: number) => string;
  refreshes: readonly (readonly unknown[])[];
};

/**
 * One line per indicator: printed, read, converted, limit, outcome. The arrow keys move between lines and the page follows; Enter
 * unfolds one. Lines that need a person stand open for whoever may settle them.
 */
export function Rows(props: Props): JSX.Element {
  const { t } = useText();
  const { comparison, current, onCurrent, may } = props;
  const [unfolded, setUnfolded] = useState<ReadonlyMap<string, boolean>>(new Map());
  const table = useRef<HTMLTableElement>(null);
  const isOpen = (one: ComparedIndicator): boolean => unfolded.get(one.code) ?? (may.settle && waits(one));
  const toggle = (one: ComparedIndicator): void => setUnfolded((before) => new Map(before).set(one.code, !isOpen(one)));
  const go = (code: string | undefined): void => {
    if (code !== undefined) table.current?.querySelector<HTMLButtonElement>(`[data-row="${code}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, at: number): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const list = comparison.indicators;
    const to =
      event.key === 'ArrowDown' ? list[at + 1] : event.key === 'ArrowUp' ? list[at - 1] : event.key === 'Home' ? list[0] : event.key === 'End' ? list.at(-1)
      : event.key === 'j' || event.key === 'J' ? [...list.slice(at + 1), ...list.slice(0, at)].find(waits) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    go(to.code);
  };
  return (
    <table className="readings" ref={table}>
      <caption className="only-read">{t('laboratories.reader.rows')}</caption>
      <thead>
        <tr>
          <th scope="col"><span className="only-read">{t('laboratories.reader.column.number')}</span></th>
          {['indicator', 'printed', 'value', 'conversion', 'limit', 'outcome'].map((column) => (
            <th key={column} scope="col">{t(`laboratories.reader.column.${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparison.indicators.map((one, at) => (
          <Fragment key={one.code}>
            <Row one={one} mark={markOf(props.marks, one.code)} open={isOpen(one)} current={one.code === current} onOpen={() => (onCurrent(one.code), toggle(one))} onCurrent={() => onCurrent(one.code)} onKey={(event) => onKey(event, at)} />
            {isOpen(one) && (
              <tr className={waits(one) && may.settle ? 'detail detail-waits' : 'detail'} id={`detail-${one.code}`}>
                <td colSpan={7}>
                  <Detail {...props} one={one} onSettled={() => go([...comparison.indicators.slice(at + 1), ...comparison.indicators.slice(0, at)].find(waits)?.code ?? one.code)} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { one: ComparedIndicator; mark: Mark | undefined; open: boolean; current: boolean; onOpen: () => void; onCurrent: () => void; onKey: (event: KeyboardEvent) => void };

function Row({ one, mark, open, current, onOpen, onCurrent, onKey }: RowProps): JSX.Element {
  const { t, lang } = useText();
  const unit = unitIn(lang, one.unit);
  const state = !one.confirmed ? '' : one.outcome === 'FAIL' || one.outcome === 'INTEGRITY' ? ' read-refused' : waits(one) ? ' read-waits' : '';
  return (
    <tr className={`read${current ? ' read-on' : ''}${state}`} onClick={onCurrent}>
      <td className="read-number">{mark !== undefined && <span className="number">{mark.number}</span>}</td>
      <th scope="row" className="read-name">
        <button type="button" data-row={one.code} aria-expanded={open} {...(open ? { 'aria-controls': `detail-${one.code}` } : {})} onClick={(event) => (event.stopPropagation(), onOpen())} onFocus={onCurrent} onKeyDown={onKey}>
          <span className="code">{one.code}</span> {nameIn(lang, one)}
        </button>
      </th>
      <td className="read-printed" data-label={t('laboratories.reader.column.printed')} lang="zh-CN">
        {one.printed ?? <span className="quiet">—</span>}
        {one.printedUnit !== null && one.printed !== null && !one.printed.includes(one.printedUnit) && <small>{one.printedUnit}</small>}
      </td>
      <td className="read-value" data-label={t('laboratories.reader.column.value')}>
        {one.value === null ? <span className="quiet">—</span> : <>{valueText(one.value)} <span className="unit">{unit}</span></>}
      </td>
      <td className="read-conversion" data-label={t('laboratories.reader.column.conversion')}>
        <Conversion one={one} />
      </td>
      <td className="read-limit" data-label={t('laboratories.reader.column.limit')}>
        {one.limit === null ? <span className="quiet">{t('laboratories.reader.no-limit')}</span> : one.limit === '✓' ? t('laboratories.reader.present') : <Limit text={one.limit} unit={unit} />}
      </td>
      <td className="read-outcome">
        <OutcomeMark judged={one} />
      </td>
    </tr>
  );
}

/** A figure keeps its unit on its line; a wording of the standard may break. */
function Limit({ text, unit }: { text: string; unit: string }): JSX.Element {
  if (/\p{Script=Han}/u.test(text)) return <span lang="zh-CN">{text}</span>;
  return (
    <span className="nowrap">
      {valueText(text)} <span className="unit">{unit}</span>
    </span>
  );
}

function Conversion({ one }: { one: ComparedIndicator }): JSX.Element {
  const { t } = useText();
  const steps = stepsOf(one);
  if (steps.length === 0) return <span className="quiet">—</span>;
  return <>{steps.map(({ step, facts }) => <span key={step} className="read-step">{t(`laboratories.reader.${step}`, { from: '', to: '', decimals: '', count: '', ...facts })}</span>)}</>;
}
