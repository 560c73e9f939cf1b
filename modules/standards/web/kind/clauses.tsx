import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import type { IndicatorView, KindView } from '../../contract/reading.ts';
import { standardIn, writtenIn } from '../written.ts';
import { Clause } from './clause.tsx';

type Of = { kind: KindView };

/** The product standard, the green standard, and every other standard the limits and methods rest on. */
export function References({ kind }: Of): JSX.Element {
  const { t, lang } = useText();
  const methods = [...new Set(kind.indicators.flatMap((one) => one.acceptedMethods))];
  const named = new Set([kind.productStandard, kind.greenStandard]);
  const others = [...new Set(kind.indicators.map((one) => one.sourceStandard))].filter((one) => !named.has(one) && one !== 'idem');
  const said = (standards: readonly string[]): JSX.Element => (
    <>
      {standards.map((one) => (
        <span key={one} className="standard" lang={writtenIn(standardIn(lang, one))}>
          {standardIn(lang, one)}
        </span>
      ))}
    </>
  );
  return (
    <Clause id="references" number={1} title={t('standards.kind.references')}>
      <dl className="references">
        <div>
          <dt>{t('standards.kind.product-standard')}</dt>
          <dd>{said(kind.productStandard.split(' / '))}</dd>
        </div>
        <div>
          <dt>{t('standards.kind.green-standard')}</dt>
          <dd>{kind.greenStandard === null ? <span className="quiet">{t('standards.unknown')}</span> : said(kind.greenStandard.split(' / '))}</dd>
        </div>
        {others.length > 0 && (
          <div>
            <dt>{t('standards.kind.other-standards')}</dt>
            <dd>{said(others)}</dd>
          </div>
        )}
        <div>
          <dt>{t('standards.kind.methods', { count: methods.length })}</dt>
          <dd>{said(methods)}</dd>
        </div>
      </dl>
    </Clause>
  );
}

/** Codes that follow each other as a range: B11-01～B11-08. */
export function codes(all: readonly IndicatorView[], some: readonly IndicatorView[], to: string, and: string): string {
  if (some.length === all.length && some.length > 2) return `${some[0]?.code ?? ''}${to}${some.at(-1)?.code ?? ''}`;
  const runs: IndicatorView[][] = [];
  for (const one of some) {
    const run = runs.at(-1);
    if (run !== undefined && all.indexOf(one) === all.indexOf(run.at(-1)!) + 1) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]?.code ?? ''}${to}${run.at(-1)?.code ?? ''}`] : run.map((one) => one.code))).join(and);
}

function useCodes(kind: KindView): (which: (one: IndicatorView) => boolean) => string | null {
  const { t } = useText();
  return (which) => {
    const some = kind.indicators.filter(which);
    return some.length === 0 ? null : codes(kind.indicators, some, t('standards.to'), t('standards.and'));
  };
}

const EVIDENCE = ['TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'DECLARATION'] as const;

/** Which papers prove which indicators. */
export function Evidence({ kind }: Of): JSX.Element {
  const { t } = useText();
  const listed = useCodes(kind);
  return (
    <Clause id="evidence" number={3} title={t('standards.kind.evidence')}>
      <p>{t('standards.kind.evidence.text')}</p>
      <dl className="references">
        {EVIDENCE.map((paper) => {
          const which = listed((one) => one.evidenceKinds.includes(paper));
          return which === null ? null : (
            <div key={paper}>
              <dt>{t(`standards.evidence.${paper}`)}</dt>
              <dd>{which}</dd>
            </div>
          );
        })}
      </dl>
    </Clause>
  );
}

const AGGREGATES = ['mean', 'mean-of-3', 'each', 'min', 'max', 'characteristic'] as const;

/** How a value is held against its limit; only what holds for this kind is said. */
export function Judging({ kind }: Of): JSX.Element {
  const { t } = useText();
  const listed = useCodes(kind);
  const rules: (readonly [string, string | null])[] = [
    ['full-value', listed((one) => one.rounding === null)],
    ...[...new Set(kind.indicators.flatMap((one) => (one.rounding === null ? [] : [one.rounding.decimals])))].map((decimals) => ['rounded', listed((one) => one.rounding?.decimals === decimals)] as const),
    ...AGGREGATES.map((how) => [`aggregate.${how}`, listed((one) => one.aggregate === how)] as const),
    ['parameter', listed((one) => one.param !== null)],
    ['strict', listed((one) => one.comparator === 'lt' || one.comparator === 'gt')],
    ['stars-only', listed((one) => !one.gates)],
  ];
  const stars = kind.indicators.some((one) => one.limits.some((limit) => limit.role === 'star'));
  return (
    <Clause id="judging" number={4} title={t('standards.kind.judging')}>
      <ul className="rules">
        <li>{t('standards.rule.confirmed')}</li>
        {rules.map(([rule, which]) => (which === null ? null : <li key={`${rule} ${which}`}>{t(`standards.rule.${rule}`, { codes: which, all: which === listed(() => true) ? 'yes' : 'no' })}</li>))}
        <li>{t('standards.rule.untested')}</li>
        {stars && <li>{t('standards.rule.star')}</li>}
      </ul>
    </Clause>
  );
}

/** Standards that give way to new editions; a date nobody has found stays unknown. */
export function Supersession({ kind }: Of): JSX.Element {
  const { t, lang } = useText();
  return (
    <Clause id="supersession" number={5} title={t('standards.kind.supersession')}>
      <p>{t('standards.kind.supersession.text')}</p>
      <table className="supersession">
        <caption className="only-read">{t('standards.kind.supersession')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('standards.column.old')}</th>
            <th scope="col">{t('standards.column.new')}</th>
            <th scope="col">{t('standards.column.effective')}</th>
            <th scope="col">{t('standards.column.confidence')}</th>
          </tr>
        </thead>
        <tbody>
          {kind.supersession.map((one) => (
            <tr key={one.old + one.new}>
              <td>{one.old}</td>
              <td>{standardIn(lang, one.new)}</td>
              <td>{one.effective ?? <span className="quiet">{t('standards.unknown')}</span>}</td>
              <td>{t(`standards.confidence.${one.confidence}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Clause>
  );
}

/** Remarks of the edition's editors, as they wrote them. */
export function Notes({ kind }: Of): JSX.Element | null {
  const { t } = useText();
  const notes = [...(kind.note === null ? [] : [{ code: kind.code, note: kind.note }]), ...kind.indicators.flatMap(({ code, note }) => (note === null ? [] : [{ code, note }]))];
  if (notes.length === 0) return null;
  return (
    <details className="disclaimer notes">
      <summary>{t('standards.kind.notes', { count: notes.length })}</summary>
      <dl className="references">
        {notes.map(({ code, note }) => (
          <div key={code + note}>
            <dt>{code}</dt>
            <dd lang={writtenIn(note)}>{note}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
