import { useRouterState } from '@tanstack/react-router';
import { useEffect, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { legalDay } from '#web/kit/written.ts';
import type { IndicatorView, KindView } from '../../contract/reading.ts';
import { BasisTag } from '../basis-tag.tsx';
import { drawingOf } from '../drawing/drawing.ts';
import { LimitDrawing, useNamed } from '../drawing/limit-drawing.tsx';
import { nameIn, SIGN, standardIn, unitIn, writtenIn } from '../written.ts';
import { Clause } from './clause.tsx';

/** Each indicator in one line: name, sign and unit, its limits drawn, method, source, who confirmed it. Its code is its permanent address. */
export function Indicators({ kind, demo }: { kind: KindView; demo: boolean }): JSX.Element {
  const { t } = useText();
  const marked = useMarked(kind);
  const first = kind.indicators.find((one) => one.confirmation !== null);
  const together = confirmedTogether(kind);
  const stars = kind.indicators.some((one) => one.limits.some((limit) => limit.role === 'star'));
  const proposed = kind.indicators.some((one) => one.gradeBasis === 'proposed');
  return (
    <Clause id="indicators" number={2} title={t('standards.kind.indicators')}>
      <p className="legend">
        {stars && [1, 2, 3].map((level) => (
          <span key={level}>
            <i className={`key key-${level}`} aria-hidden="true" />
            {'★'.repeat(level)}
          </span>
        ))}
        <span>
          <i className="key key-0" aria-hidden="true" />
          {t('standards.kind.conforms')}
        </span>
        <span>
          <i className="key key-no" aria-hidden="true" />
          {t('standards.kind.conforms-not')}
        </span>
        {proposed && <em>{t('standards.kind.stars-proposed')}</em>}
      </p>
      {together && first?.confirmation != null && (
        <p className="confirmed-by">
          {t('standards.kind.confirmed-by', { day: legalDay(first.confirmation.at), organisation: first.confirmation.organisation })} {demo && <DemoMark />}
        </p>
      )}
      <table className="clauses">
        <caption className="only-read">{t('standards.kind.indicators')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('standards.column.clause')}</th>
            <th scope="col">{t('standards.column.indicator')}</th>
            <th scope="col">{t('standards.column.unit')}</th>
            <th scope="col">{t('standards.column.limit')}</th>
            <th scope="col">{t('standards.column.method')}</th>
            <th scope="col">{t('standards.column.source')}</th>
          </tr>
        </thead>
        <tbody>
          {kind.indicators.map((one) => (
            <Row key={one.code} indicator={one} marked={one.code === marked} demo={demo && one.code === first?.code} together={together} />
          ))}
        </tbody>
      </table>
    </Clause>
  );
}

/** True where one body confirmed the whole kind on one day: then it is said once, above the table. */
function confirmedTogether(kind: KindView): boolean {
  const said = kind.indicators.map(({ confirmation }) => (confirmation === null ? '' : `${confirmation.organisation} ${legalDay(confirmation.at)}`));
  return said[0] !== '' && new Set(said).size === 1;
}

/** A link to one clause (…/B11#B11-03) is opened before the clause is here: when it has come, the page goes there and marks it. */
function useMarked(kind: KindView): string {
  const hash = useRouterState({ select: (state) => state.location.hash });
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  }, [hash, kind.code]);
  return hash;
}

function Row({ indicator, marked, demo, together }: { indicator: IndicatorView; marked: boolean; demo: boolean; together: boolean }): JSX.Element {
  const { t, lang } = useText();
  const unit = unitIn(lang, indicator.unit);
  const source = standardIn(lang, indicator.sourceStandard);
  return (
    <tr id={indicator.code} className={marked ? 'clause-marked' : undefined}>
      <td className="clause-code">
        <a href={`#${indicator.code}`} className="code">
          {indicator.code}
        </a>
      </td>
      <th scope="row" className="clause-name">
        {nameIn(lang, indicator)}
        <Remarks indicator={indicator} />
      </th>
      <td className="clause-unit">
        {/* A grade carries its sign with it. */}
        <span className="clause-sign">{indicator.scale === null ? '' : (SIGN[indicator.comparator] ?? '')}</span>
        {unit === '' ? <span className="quiet">—<span className="only-read">{t('standards.no-unit')}</span></span> : unit}
      </td>
      <td className="clause-limit">
        <LimitDrawing indicator={indicator} />
      </td>
      <td className="clause-method" lang={writtenIn(indicator.testMethod)}>
        <span className="standard-number">{standardIn(lang, indicator.testMethod)}</span>
        <small>{t(`standards.attribute.${indicator.attribute}`)}</small>
      </td>
      <td className="clause-source">
        <span lang={writtenIn(source)}>{source}</span>
        {indicator.clause !== null && <> {t('standards.source-clause', { clause: standardIn(lang, indicator.clause) })}</>}
        <small>
          <BasisTag basis={indicator.basis} quiet />
          {indicator.confirmation === null ? (
            <StateMark state="todo" size={12}>{t('standards.state.open')}</StateMark>
          ) : (
            <>
              <StateMark state="ok" size={12}>{t('standards.state.confirmed')}</StateMark>
              {!together && (
                <span className="clause-who">
                  {indicator.confirmation.organisation} {demo && <DemoMark />} <time dateTime={indicator.confirmation.at}>{legalDay(indicator.confirmation.at)}</time>
                </span>
              )}
              {(indicator.confirmation.clause !== null || indicator.confirmation.page !== null) && <span className="clause-read">{t('standards.read-at', { clause: indicator.confirmation.clause ?? '—', page: indicator.confirmation.page ?? '—' })}</span>}
            </>
          )}
        </small>
      </td>
    </tr>
  );
}

/** What a reader must know before reading the drawing. */
function Remarks({ indicator }: { indicator: IndicatorView }): JSX.Element | null {
  const { t, lang } = useText();
  const named = useNamed(indicator.param);
  const drawing = drawingOf(lang, indicator, named);
  const remarks = [
    ...(indicator.gates ? [] : [t('standards.remark.stars-only')]),
    ...(indicator.param === null ? [] : [t('standards.remark.parameter', { parameter: t(`standards.parameter.${indicator.param}`) })]),
    ...(drawing.form === 'lines' && indicator.limits.some((limit) => limit.role === 'grade') ? [t('standards.remark.class')] : []),
    ...(drawing.form !== 'words' && drawing.log ? [t(drawing.sense === 'at-least' ? 'standards.remark.log-more' : 'standards.remark.log')] : []),
    ...(drawing.form === 'bands' && drawing.cut ? [t('standards.remark.cut')] : []),
    ...(indicator.aggregate === 'reported' ? [] : [t(`standards.aggregate.${indicator.aggregate}`).toLowerCase()]),
  ];
  return remarks.length === 0 ? null : <small>{remarks.join(t('standards.remarks'))}</small>;
}
