import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Money } from '#web/kit/money.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { legalDay } from '#web/kit/written.ts';
import { myProductsQuery } from '../client.ts';
import { titleOf } from '../shown/titled.ts';
import { catalogueWording } from '../wording.ts';
import { STATES } from './states.ts';
import { mineWording } from './wording.ts';

loadWording(catalogueWording);
loadWording(mineWording);

type Mine = Awaited<ReturnType<NonNullable<ReturnType<typeof myProductsQuery>['queryFn']>>>['products'][number];

/** Every product of the acting supplier in this city: in which state, what is proven, what comes next. */
export default function MyProductsPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const mine = useQuery(myProductsQuery(city));
  return <Loaded query={mine} lines={8}>{({ products, maySubmit }) => <List products={products} maySubmit={maySubmit} city={city} title={t('catalogue.mine.title')} />}</Loaded>;
}

function List({ products, maySubmit, city, title }: { products: readonly Mine[]; maySubmit: boolean; city: string; title: string }): JSX.Element {
  const { t, lang } = useText();
  const to = (one: Mine): string => `/${city}/work/products/${one.listingId}`;
  const submit = <LinkButton tone="primary" to={`/${city}/work/products/new`}>{t('catalogue.mine.new')}</LinkButton>;
  const columns: readonly Column<Mine>[] = [
    {
      id: 'product', head: t('catalogue.mine.column.product'), onPhone: 'head',
      cell: (one) => (
        <>
          <Link to={to(one)} lang="zh-CN"><b>{titleOf(lang, one)}</b></Link> {one === products[0] && one.supplier.demo && <DemoMark />}
          <small><span>{one.kindCode}</span> <span lang="zh-CN">{one.model}</span></small>
        </>
      ),
    },
    { id: 'state', head: t('catalogue.mine.column.state'), width: 170, cell: (one) => <StateMark state={STATES[one.status] ?? 'info'}>{t(`catalogue.mine.state.${one.status}`)}</StateMark> },
    { id: 'proof', head: t('catalogue.mine.column.proof'), width: 170, cell: (one) => <Proof one={one} /> },
    { id: 'price', head: t('catalogue.mine.column.price'), figures: true, width: 130, cell: (one) => <><Money amount={one.price} bare /><small>/ {one.priceUnit}</small></> },
    { id: 'submitted', head: t('catalogue.mine.column.submitted'), width: 110, cell: (one) => legalDay(one.submittedAt) },
    {
      id: 'next', head: <span className="only-read">{t('catalogue.mine.column.next')}</span>, figures: true, width: 110, onPhone: 'bare',
      cell: (one) => {
        const act = one.status === 'returned' ? 'mend' : ['listed', 'compared'].includes(one.status) && one.unproven.length > 0 ? 'prove' : 'look';
        return <LinkButton size="small" to={act === 'mend' ? `${to(one)}/edit` : to(one)}>{t(`catalogue.mine.act.${act}`)}</LinkButton>;
      },
    },
  ];
  return (
    <>
      <PageTitle size="work" title={title} under={t('catalogue.mine.under', { count: products.length })} acts={maySubmit && products.length > 0 ? submit : undefined} />
      {!maySubmit && (
        <div className="work-section">
          <Refusal kind="closed" title={t('catalogue.mine.not-admitted')} acts={<LinkButton to={`/${city}/work/admission`}>{t('catalogue.mine.admission')}</LinkButton>} />
        </div>
      )}
      <div className="work-section">
        <DataTable
          caption={title}
          columns={columns}
          rows={products}
          rowKey={(one) => one.listingId}
          rowState={(one) => (one.status === 'returned' ? 'attention' : undefined)}
          empty={<Empty title={t('catalogue.mine.empty')} act={maySubmit ? submit : undefined}>{t('catalogue.mine.empty.text')}</Empty>}
        />
      </div>
    </>
  );
}

/** What the comparison found, with the number that matters. */
function Proof({ one }: { one: Pick<Mine, 'verdict' | 'failing' | 'toReview' | 'unproven'> }): JSX.Element {
  const { t } = useText();
  if (one.verdict === null) return <span className="quiet">—</span>;
  const count = { PASS: 0, FAIL: one.failing.length, NEEDS_REVIEW: one.toReview.length, NOT_PROVEN: one.unproven.length }[one.verdict];
  return <StateMark state={one.verdict === 'PASS' ? 'ok' : one.verdict === 'FAIL' ? 'refused' : 'attention'}>{t(`catalogue.mine.proof.${one.verdict}`, { count: Math.max(count, one.verdict === 'PASS' ? 0 : 1) })}</StateMark>;
}
