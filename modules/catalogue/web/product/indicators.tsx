import { Link } from '@tanstack/react-router';
import { Fragment, Suspense, useState, type JSX } from 'react';
import type { IndicatorProof, ProductView } from '#modules/catalogue/contract/shelf.ts';
import { OutcomeMark, Reasons, ValueBullet, valueText } from '#modules/laboratories/web/parts.ts';
import { nameIn, standardIn, unitIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Reading } from '#web/kit/empty.tsx';
import { SectionHead } from '#web/kit/structure.tsx';

type Props = { product: ProductView; city: string; /** Where the comparisons of its reports lie. */ reports: string };

/** Every indicator of the kind in one line: clause, value, drawing, limit, page, outcome; why on demand. */
export function Indicators({ product, city, reports }: Props): JSX.Element {
  const { t } = useText();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (code: string): void => setOpen((before) => (before.has(code) ? new Set([...before].filter((one) => one !== code)) : new Set([...before, code])));
  const report = product.evidence.find((one) => one.reportId !== null)?.reportId;
  return (
    <section className="product-section">
      <SectionHead title={t('catalogue.indicators')} note={t('catalogue.indicators.note')} right={report === undefined ? undefined : <Link to={`${reports}/${report}`}>{t('catalogue.indicators.report')}</Link>} />
      <table className="proofs">
        <caption className="only-read">{t('catalogue.indicators')}</caption>
        <thead>
          <tr>
            {['clause', 'indicator', 'measured', 'drawing', 'limit', 'source', 'outcome'].map((column) => (
              <th key={column} scope="col" className={`proof-${column}`}>
                {t(`catalogue.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {product.indicators.map((one) => (
            <Fragment key={one.code}>
              <Row one={one} city={city} kind={product.kind.code} reports={reports} open={open.has(one.code)} onToggle={() => toggle(one.code)} />
              {open.has(one.code) && (
                <tr className="proof-why" id={`why-${one.code}`}>
                  <td colSpan={7}>
                    <Suspense fallback={<Reading lines={2} />}>
                      <Reasons reasons={one.reasons} />
                    </Suspense>
                    {one.reasons.length === 0 && <p className="second">{t('catalogue.why.plain', { value: one.value === null ? (one.printed ?? '—') : valueText(one.value), limit: one.limit === null ? '—' : valueText(one.limit) })}</p>}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = { one: IndicatorProof; city: string; kind: string; reports: string; open: boolean; onToggle: () => void };

function Row({ one, city, kind, reports, open, onToggle }: RowProps): JSX.Element {
  const { t, lang } = useText();
  const unit = unitIn(lang, one.unit);
  const name = nameIn(lang, one);
  const waits = one.gates && one.confirmed && one.outcome !== 'PASS';
  return (
    <tr className={`proof${waits ? (one.outcome === 'FAIL' ? ' proof-failing' : ' proof-waiting') : ''}`}>
      <td className="proof-clause">
        <Link to={`/${city}/standards/${kind}`} hash={one.code}>{one.code}</Link>
      </td>
      <th scope="row" className="proof-indicator">
        {name}
        <small lang={/\p{Script=Han}/u.test(one.testMethod) ? 'zh-CN' : undefined}>{standardIn(lang, one.testMethod)}</small>
      </th>
      <td className="proof-measured">
        <Measured one={one} unit={unit} />
      </td>
      <td className="proof-drawing">{one.scale !== null && <ValueBullet name={name} scale={one.scale} value={one.value} unit={unit} outcome={one.outcome} />}</td>
      <td className="proof-limit">{one.limit === null ? <span className="quiet">—</span> : one.limit === '✓' ? t('catalogue.limit.present') : <span {...(/\p{Script=Han}/u.test(one.limit) ? { lang: 'zh-CN' } : {})}>{valueText(one.limit)}</span>}</td>
      <td className="proof-source">
        {one.reportId !== null && one.page !== null ? (
          <Link to={`${reports}/${one.reportId}`} search={{ row: one.code } as never}>{t('catalogue.source.page', { page: one.page })}</Link>
        ) : one.evidenceId !== null ? (
          <a href={`#evidence-${one.evidenceId}`}>{t('catalogue.source.evidence')}</a>
        ) : (
          <span className="quiet">{t('catalogue.source.none')}</span>
        )}
      </td>
      <td className="proof-outcome">
        <OutcomeMark judged={one} />
        <button type="button" className="why" aria-expanded={open} aria-label={t('catalogue.why.of', { name })} {...(open ? { 'aria-controls': `why-${one.code}` } : {})} onClick={onToggle}>
          {t('catalogue.why')}
        </button>
      </td>
    </tr>
  );
}

/** The value in the unit of the standard; what the report prints stands under it where it reads otherwise. */
function Measured({ one, unit }: { one: IndicatorProof; unit: string }): JSX.Element {
  const { t } = useText();
  const value = one.value === null ? null : valueText(one.value);
  const said = one.printed !== null && one.printed.replace(/[\s,]/g, '') !== (one.value ?? '').replace(/[\s,]/g, '') ? one.printed : null;
  return (
    <>
      <b>{value ?? (said === null ? '—' : <span lang="zh-CN">{said}</span>)}</b>
      <small>
        {value !== null && said !== null && <span lang="zh-CN" title={t('catalogue.printed')}>{said} </span>}
        {unit}
      </small>
    </>
  );
}
