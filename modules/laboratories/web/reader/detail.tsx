import type { JSX } from 'react';
import type { ComparedIndicator, ComparisonView } from '#modules/laboratories/contract/comparison.ts';
import { nameIn, unitIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { ValueBullet } from '../drawn/value-bullet.tsx';
import { ReasonList } from '../reasons/list.tsx';
import { Enter } from './enter.tsx';
import { reportMayProve, waits } from './marks.ts';
import { Settle } from './settle.tsx';
import { Cutting } from './sheet.tsx';

type Props = {
  city: string;
  comparison: ComparisonView;
  /** The row the reader stands at: its act is the first one of the page. */
  current: string;
  one: ComparedIndicator;
  may: { readonly settle: boolean; readonly enter: boolean };
  address: (page: number) => string;
  refreshes: readonly (readonly unknown[])[];
  onSettled: () => void;
};

/** What stands behind an outcome: the cell cut out, the value drawn, the row as the report has it, the reasons, and what may be done. */
export function Detail({ city, comparison, current, one, may, address, refreshes, onSettled }: Props): JSX.Element {
  const { t, lang } = useText();
  const size = comparison.pages.find((page) => page.number === one.page);
  const missing = one.outcome === 'NOT_TESTED' || (one.outcome === 'NEEDS_REVIEW' && one.value === null);
  const facts = [
    { name: t('laboratories.reader.fact.item'), value: one.item },
    { name: t('laboratories.reader.fact.requirement'), value: one.requirement },
    { name: t('laboratories.reader.fact.method'), value: one.method },
  ].filter((fact) => fact.value !== null && fact.value.trim() !== '');
  return (
    <div className="detail-body">
      <div className="detail-look">
        {one.page !== null && one.box !== null && size !== undefined && (
          <figure>
            <Cutting address={address(one.page)} size={size} box={one.box} alt={t('laboratories.reader.cell', { name: nameIn(lang, one), printed: one.printed ?? '' })} />
            <figcaption>{t('laboratories.reader.cell-on', { page: one.page })}</figcaption>
          </figure>
        )}
        {one.scale !== null && (
          <div className="detail-drawn">
            <ValueBullet name={nameIn(lang, one)} scale={one.scale} value={one.value} unit={unitIn(lang, one.unit)} outcome={one.outcome} />
          </div>
        )}
      </div>
      {facts.length > 0 && (
        <dl className="detail-facts" lang="zh-CN">
          {facts.map((fact, index) => (
            <div key={index}>
              <dt {...(lang === 'en' ? { lang: 'en' } : {})}>{fact.name}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <ReasonList reasons={[...one.reasons, ...one.findings]} />
      {may.settle && (waits(one) || one.printed !== null) && <Settle city={city} reportId={comparison.reportId} one={one} first={current === one.code} refreshes={refreshes} onSettled={onSettled} />}
      {may.enter && missing && (reportMayProve(one) ? <Enter city={city} reportId={comparison.reportId} one={one} pages={comparison.pages.length} refreshes={refreshes} /> : <p className="second">{t('laboratories.reader.other-evidence', { kinds: one.evidenceKinds.map((kind) => t(`laboratories.evidence.${kind}`)).join(t('laboratories.or')) })}</p>)}
    </div>
  );
}
