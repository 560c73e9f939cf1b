import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { nameIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Icon } from '#web/kit/icon.tsx';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { legalDay } from '#web/kit/written.ts';
import { serverNow } from '#web/session.ts';
import { sharesOf } from '../product/verdict.tsx';

type Note = ProductView['evidence'][number];
type Props = { product: ProductView; reports: string; /** Where one piece of evidence has a page of its own, for those who may see it. */ pageOf?: (evidenceId: string) => string };

/** Papers the product rests on, and what is still missing, as one list. */
export function Papers({ product, reports, pageOf }: Props): JSX.Element {
  const { t, lang } = useText();
  const firstIssued = product.evidence.find((one) => one.issuer !== null)?.evidenceId;
  return (
    <section>
      <SectionHead title={t('catalogue.evidence')} />
      <ul className="papers">
        {product.evidence.map((one) => (
          <li key={one.evidenceId} id={`evidence-${one.evidenceId}`}>
            <Icon name="file" />
            <div>
              <Name one={one} to={one.reportId !== null ? `${reports}/${one.reportId}` : pageOf?.(one.evidenceId)} />
              <p>
                {one.issuer !== null && <span lang="zh-CN">{one.issuer}</span>} {one.evidenceId === firstIssued && product.supplier.demo && <DemoMark />}
              </p>
              <p>
                {[one.issuedOn === null ? '' : t('catalogue.evidence.issued', { day: one.issuedOn }), one.validUntil === null ? '' : t('catalogue.evidence.until', { day: one.validUntil })].filter((part) => part !== '').join(t('catalogue.comma'))}
              </p>
            </div>
            <Standing one={one} unreadable={product.findings.some((found) => found.code === 'report-unreadable' && found.evidenceId === one.evidenceId)} />
          </li>
        ))}
        {sharesOf(product).missing.map((one) => (
          <li key={one.code}>
            <Icon name="file" />
            <div>
              <b>{nameIn(lang, one)}</b>
              <p>
                {one.code} {one.limit !== null && one.limit !== '✓' && t('catalogue.evidence.limit', { limit: one.limit })}
              </p>
            </div>
            <StateMark state="attention">{t('catalogue.evidence.missing')}</StateMark>
          </li>
        ))}
      </ul>
      {product.evidence.length === 0 && <p className="second papers-none">{t('catalogue.evidence.none')}</p>}
    </section>
  );
}

function Name({ one, to }: { one: Note; to: string | undefined }): JSX.Element {
  const { t } = useText();
  const name = `${t(`catalogue.evidence.${one.kind}`)} ${one.number ?? ''}`.trim();
  return to === undefined ? <b>{name}</b> : <Link to={to}>{name}</Link>;
}

function Standing({ one, unreadable }: { one: Note; unreadable: boolean }): JSX.Element {
  const { t } = useText();
  const lapsed = one.validUntil !== null && one.validUntil < legalDay(serverNow());
  const [state, id]: [State, string] =
    one.state === 'refused' ? ['refused', 'refused'] : one.state === 'withdrawn' ? ['draft', 'withdrawn'] : lapsed ? ['attention', 'lapsed'] : unreadable ? ['refused', 'unreadable']
    : one.kind === 'TEST_REPORT' ? (one.reportId === null ? ['run', 'reading'] : ['ok', 'compared']) : one.state === 'confirmed' ? ['ok', 'confirmed'] : ['todo', 'waits'];
  return <StateMark state={state}>{t(`catalogue.evidence.state.${id}`)}</StateMark>;
}
