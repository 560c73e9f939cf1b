import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { minute } from '#web/kit/written.ts';
import type { LimitRow } from '../../contract/limits.ts';
import { BasisTag } from '../basis-tag.tsx';
import { LimitDrawing } from '../drawing/limit-drawing.tsx';
import { nameIn, SIGN, standardIn, unitIn, writtenIn } from '../written.ts';
import { doubtsOf, standingOf } from './desk.ts';
import { LimitFigures } from './limit-table.tsx';

/** Everything that is known of one limit, for the officer who holds it against the printed standard. */
export function Limit({ row }: { row: LimitRow }): JSX.Element {
  const { t, lang } = useText();
  const standard = (text: string): JSX.Element => <span lang={writtenIn(standardIn(lang, text))}>{standardIn(lang, text)}</span>;
  const doubts = doubtsOf(row);
  const unit = unitIn(lang, row.unit);
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['draft-limit', <>{SIGN[row.comparator] ?? ''} <LimitFigures row={row} /> {unit}</>],
    ['basis', <><BasisTag basis={row.basis} /> {t(row.seenAt.length > 0 ? 'standards.desk.seen' : 'standards.desk.unseen')}</>],
    ...(row.seenAt.length === 0 ? [] : [['seen-at', <Sources key="sources" addresses={row.seenAt} />] as const]),
    ['source', <>{standard(row.sourceStandard)} {row.clause !== null && t('standards.source-clause', { clause: row.clause })}</>],
    ['product-standard', standard(row.kind.productStandard)],
    ['green-standard', row.kind.greenStandard === null ? t('standards.unknown') : standard(row.kind.greenStandard)],
    ['method', standard(row.acceptedMethods.join('；'))],
    ['evidence', row.evidenceKinds.map((kind) => t(`standards.evidence.${kind}`)).join(t('standards.and'))],
    ['aggregate', <>{t(`standards.aggregate.${row.aggregate}`)}{t('standards.desk.joint')}{row.rounding === null ? t('standards.full-value') : t('standards.rounded-value', { decimals: row.rounding.decimals })}</>],
    ['grade-basis', t(`standards.gradeBasis.${row.gradeBasis}`)],
    ['confidence', t(`standards.confidence.${row.confidence}`)],
    ['gate', t(row.gates ? 'standards.desk.gates' : 'standards.desk.stars-only')],
    ...(row.note === null ? [] : [['note', <span key="note" lang={writtenIn(row.note)}>{row.note}</span>] as const]),
  ];
  return (
    <>
      <div className="desk-limit-head">
        <span className="code">{row.code}</span>
        <h2>{nameIn(lang, row)}</h2>
        <span className="quiet">{nameIn(lang, row.kind)}</span>
      </div>
      <LimitDrawing indicator={row} />
      {doubts.length > 0 && (
        <ul className="desk-doubts">
          {doubts.map((doubt) => (
            <li key={doubt}>
              <StateMark state="attention" size={12}>{t(`standards.doubt.${doubt}`, { parameter: row.param === null ? '' : t(`standards.parameter.${row.param}`), count: row.limits.length })}</StateMark>
            </li>
          ))}
        </ul>
      )}
      <dl className="desk-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`standards.fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Where a public reproduction was seen: other people's sites, opened without telling them from where. */
function Sources({ addresses }: { addresses: readonly string[] }): JSX.Element {
  return (
    <ul>
      {addresses.map((address) => (
        <li key={address}>
          <a href={address} target="_blank" rel="noreferrer noopener">
            {new URL(address).hostname}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What was decided, by whom and when. */
export function Decided({ row, demo }: { row: LimitRow; demo: ReactNode }): JSX.Element | null {
  const { t } = useText();
  const { decision } = row;
  if (decision === null) return null;
  const standing = standingOf(row);
  return (
    <div className={`desk-decided desk-decided-${standing}`}>
      <StateMark state={standing === 'confirmed' ? 'ok' : 'attention'}>{t(`standards.state.${standing}`)}</StateMark>
      <p>
        {decision.by} {demo} {decision.organisation}
        <br />
        <time dateTime={decision.at}>{minute(decision.at)}</time>
        {(decision.clause !== null || decision.page !== null) && <> · {t('standards.read-at', { clause: decision.clause ?? '—', page: decision.page ?? '—' })}</>}
      </p>
      {decision.note !== null && decision.note !== '' && <p className="desk-reason">{decision.note}</p>}
      {standing === 'confirmed' && <p className="note quiet">{t('standards.desk.final')}</p>}
    </div>
  );
}
