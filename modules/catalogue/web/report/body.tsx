import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, type JSX } from 'react';
import { ReportReader } from '#modules/laboratories/web/parts.ts';
import { nameIn } from '#modules/standards/web/parts.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Reading } from '#web/kit/empty.tsx';
import { Icon } from '#web/kit/icon.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { API } from '#web/http.ts';
import { useTitle } from '#web/shell/title.ts';
import { catalogueKey, comparisonQuery } from '../client.ts';
import { titleOf } from '../shown/titled.ts';
import { catalogueWording } from '../wording.ts';
import { reportWording } from './wording.ts';
import './report.css';

loadWording(catalogueWording);
loadWording(reportWording);

type Comparison = Awaited<ReturnType<NonNullable<ReturnType<typeof comparisonQuery>['queryFn']>>>;

/** A report of a product compared with the city's limits. `back` leads to the product in the place the reader came from. */
export function ReportBody({ back }: { back: (city: string, listingId: string) => string }): JSX.Element {
  const { city, listingId, reportId } = useParams({ strict: false }) as { city: string; listingId: string; reportId: string };
  return (
    <Loaded query={useQuery(comparisonQuery(city, listingId, reportId))} lines={14}>
      {(found) => <Report found={found} city={city} listingId={listingId} reportId={reportId} back={back(city, listingId)} />}
    </Loaded>
  );
}

function Report({ found, city, listingId, reportId, back }: { found: Comparison; city: string; listingId: string; reportId: string; back: string }): JSX.Element {
  const { t, lang } = useText();
  const { row } = useSearch({ strict: false }) as { row?: unknown };
  const { product, report, comparison, may } = found;
  const number = report.number ?? comparison.fields.find((field) => field.name === 'reportNumber')?.text ?? '';
  useTitle(`${t('catalogue.report.title')} ${number}`.trim());
  const gating = comparison.indicators.filter((one) => one.gates && one.confirmed);
  const settled = gating.filter((one) => one.outcome !== 'NEEDS_REVIEW' && one.outcome !== 'INDETERMINATE' && one.outcome !== 'NOT_TESTED');
  return (
    <>
      <div className="report-head">
        <Link to={back} className="report-back">
          <Icon name="left" /> {t('catalogue.report.back')}
        </Link>
        <h1>
          {t('catalogue.report.title')} <span lang="zh-CN">{number}</span>
        </h1>
        <p className="report-of">
          <span lang="zh-CN">{product.supplier.name}</span> <span lang="zh-CN">{titleOf(lang, product)} {product.model}</span> <span>{comparison.kind.code} {nameIn(lang, comparison.kind)}</span>
          {product.supplier.demo && <DemoMark />}
        </p>
        {comparison.verdict !== null && (
          <p className="report-verdict">
            <span>
              <b>{settled.length}</b> / {gating.length} {t('catalogue.report.judged')}
            </span>
            <progress max={Math.max(1, gating.length)} value={settled.length} aria-label={t('catalogue.report.judged')} />
            <StateMark state={comparison.verdict === 'PASS' ? 'ok' : comparison.verdict === 'FAIL' ? 'refused' : 'attention'}>{t(`catalogue.report.verdict.${comparison.verdict}`)}</StateMark>
          </p>
        )}
      </div>
      <Suspense fallback={<Reading lines={14} />}>
        <ReportReader
          city={city}
          comparison={comparison}
          may={may}
          {...(typeof row === 'string' ? { row } : {})}
          address={(page) => `${API}/${city}/catalogue/${listingId}/reports/${reportId}/pages/${page}`}
          refreshes={[catalogueKey(city)]}
        />
      </Suspense>
      <p className="report-file">
        {t('catalogue.report.file')} <span className="mono">{report.sha256}</span>
      </p>
    </>
  );
}
