import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Money } from '#web/kit/money.tsx';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { legalDay } from '#web/kit/written.ts';
import { reviewQuery } from '../client.ts';
import { titleOf } from '../shown/titled.ts';
import { catalogueWording } from '../wording.ts';
import { byNeed, countOf, needOf, type Need } from './order.ts';
import { reviewWording } from './wording.ts';

loadWording(catalogueWording);
loadWording(reviewWording);

type Waiting = Awaited<ReturnType<NonNullable<ReturnType<typeof reviewQuery>['queryFn']>>>['products'][number];
const SHAPE: Readonly<Record<Need, State>> = { settle: 'attention', list: 'ok', show: 'todo', fail: 'refused', reading: 'run' };

/** Products that wait for the centre: what needs a person's eye stands first. */
export default function ReviewQueuePage(): JSX.Element {
  const { city } = useParams({ strict: false }) as { city: string };
  return <Loaded query={useQuery(reviewQuery(city))} lines={10}>{({ products }) => <Queue rows={byNeed(products)} city={city} />}</Loaded>;
}

function Queue({ rows, city }: { rows: readonly Waiting[]; city: string }): JSX.Element {
  const { t, lang } = useText();
  const to = (one: Waiting): string => `/${city}/work/product-review/${one.listingId}`;
  const columns: readonly Column<Waiting>[] = [
    {
      id: 'product', head: t('catalogue.review.column.product'), onPhone: 'head',
      cell: (one) => (
        <>
          <Link to={to(one)} lang="zh-CN"><b>{titleOf(lang, one)}</b></Link>
          <small>{one.kindCode} <span lang="zh-CN">{one.model}</span></small>
        </>
      ),
    },
    { id: 'supplier', head: t('catalogue.review.column.supplier'), cell: (one) => <><span lang="zh-CN">{one.supplier.name}</span> {one === rows[0] && one.supplier.demo && <DemoMark />}</> },
    { id: 'found', head: t('catalogue.review.column.found'), width: 260, cell: (one) => <><StateMark state={SHAPE[needOf(one)]}>{t(`catalogue.review.found.${needOf(one)}`, { count: countOf(one) })}</StateMark><small>{[...one.toReview, ...one.failing].slice(0, 4).join(t('catalogue.and'))}</small></> },
    { id: 'price', head: t('catalogue.review.column.price'), figures: true, width: 120, cell: (one) => <><Money amount={one.price} bare /><small>/ {one.priceUnit}</small></> },
    { id: 'since', head: t('catalogue.review.column.since'), width: 110, cell: (one) => legalDay(one.submittedAt) },
    { id: 'act', head: <span className="only-read">{t('catalogue.review.column.act')}</span>, figures: true, width: 110, onPhone: 'bare', cell: (one) => <LinkButton size="small" to={to(one)}>{t(`catalogue.review.act.${needOf(one) === 'settle' ? 'settle' : needOf(one) === 'reading' ? 'look' : 'decide'}`)}</LinkButton> },
  ];
  const person = rows.filter((one) => needOf(one) === 'settle').length;
  return (
    <>
      <PageTitle size="work" title={t('catalogue.review.title')} under={t('catalogue.review.under', { count: rows.length, person })} />
      <div className="work-section">
        <DataTable caption={t('catalogue.review.title')} columns={columns} rows={rows} rowKey={(one) => one.listingId} empty={<Empty title={t('catalogue.review.empty')}>{t('catalogue.review.empty.text')}</Empty>} />
      </div>
    </>
  );
}
