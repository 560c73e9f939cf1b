import { useQueries } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type JSX, type ReactNode } from 'react';
import type { IndicatorProof, ProductView } from '#modules/catalogue/contract/shelf.ts';
import { OutcomeMark, ValueBullet, valueText } from '#modules/laboratories/web/parts.ts';
import { nameIn, unitIn } from '#modules/standards/web/parts.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Empty, LoadFailed, Reading } from '#web/kit/empty.tsx';
import { Checkbox } from '#web/kit/form.tsx';
import { Money, Num } from '#web/kit/money.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { DemoMark, Stars } from '#web/kit/tag.tsx';
import { statusOf } from '#web/refusal.ts';
import { productQuery } from '../client.ts';
import { Swatch } from '../shown/swatch.tsx';
import { titleOf } from '../shown/titled.ts';
import { catalogueWording } from '../wording.ts';
import { MOST, useTray } from '../tray/tray.ts';
import { compareWording } from './wording.ts';
import './compare.css';

loadWording(catalogueWording);
loadWording(compareWording);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Up to four products of one kind side by side. Which ones stands in the address, so that the table can be sent to a colleague. */
export default function ComparePage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const { ids } = useSearch({ strict: false }) as { ids?: unknown };
  const tray = useTray(city);
  const navigate = useNavigate();
  const named = typeof ids === 'string' ? ids.split(',').filter((id) => UUID.test(id)) : tray.list.map((one) => one.listingId);
  const asked = [...new Set(named)].slice(0, MOST);
  const answers = useQueries({ queries: asked.map((id) => productQuery(city, id)) });
  const products = answers.flatMap((answer) => answer.data ?? []).filter((one, _, all) => one.kind.code === all[0]?.kind.code);
  const gone = answers.filter((answer) => answer.isError && statusOf(answer.error) === 404).length;
  const failed = answers.find((answer) => answer.isError && statusOf(answer.error) !== 404);
  const remove = (listingId: string): void => {
    tray.remove(listingId);
    void navigate({ to: '.', search: { ids: asked.filter((id) => id !== listingId).join(',') } as never, replace: true });
  };
  return (
    <div className="wrap compare">
      <Breadcrumb crumbs={[{ label: t('catalogue.museum'), to: `/${city}/museum` }, { label: t('catalogue.compare.title') }]} />
      <PageTitle title={t('catalogue.compare.title')} under={products[0] === undefined ? undefined : <Kind product={products[0]} city={city} />} />
      {gone > 0 && <p className="compare-gone"><StateMark state="info">{t('catalogue.compare.gone', { count: gone })}</StateMark></p>}
      {failed !== undefined ? <LoadFailed onRetry={() => void failed.refetch()} /> : answers.some((answer) => answer.isPending) ? <Reading lines={12} /> : products.length === 0 ? (
        <Empty title={t('catalogue.compare.none')} act={<LinkButton to={`/${city}/museum`}>{t('catalogue.compare.none.act')}</LinkButton>}>
          {t('catalogue.compare.none.text')}
        </Empty>
      ) : (
        <Table products={products} city={city} onRemove={remove} />
      )}
    </div>
  );
}

const Kind = ({ product, city }: { product: ProductView; city: string }): JSX.Element => {
  const { lang } = useText();
  return (
    <Link to={`/${city}/standards/${product.kind.code}`}>
      {product.kind.code} {nameIn(lang, product.kind)}
    </Link>
  );
};

function Table({ products, city, onRemove }: { products: readonly ProductView[]; city: string; onRemove: (listingId: string) => void }): JSX.Element {
  const { t, lang } = useText();
  const [only, setOnly] = useState(false);
  const rows: readonly { readonly id: string; readonly cell: (product: ProductView) => ReactNode; readonly text: (product: ProductView) => string }[] = [
    { id: 'price', text: (one) => `${one.price} ${one.priceUnit}`, cell: (one) => <><b className="compare-price"><Money amount={one.price} /></b> <small>{t('catalogue.per-unit', { unit: one.priceUnit })}</small></> },
    { id: 'verdict', text: (one) => String(one.gate.open), cell: (one) => <StateMark state={one.gate.open ? 'ok' : 'attention'}>{t(one.gate.open ? 'catalogue.compare.open' : 'catalogue.compare.closed')}</StateMark> },
    { id: 'star', text: (one) => String(one.star), cell: (one) => (one.star === null ? <span className="quiet">—</span> : <Stars count={one.star as 0 | 1 | 2 | 3} />) },
    { id: 'minimum', text: (one) => one.minimumOrder, cell: (one) => <><Num value={one.minimumOrder} /> {one.priceUnit}</> },
    { id: 'days', text: (one) => String(one.deliveryDays), cell: (one) => (one.deliveryDays === null ? <span className="quiet">—</span> : t('catalogue.compare.days', { days: one.deliveryDays })) },
    { id: 'area', text: (one) => one.deliveryArea.join(), cell: (one) => <span lang="zh-CN">{one.deliveryArea.join('、')}</span> },
    { id: 'until', text: (one) => one.provenUntil ?? '', cell: (one) => one.provenUntil ?? <span className="quiet">—</span> },
  ];
  const codes = products[0]?.indicators.map((one) => one.code) ?? [];
  const of = (product: ProductView, code: string): IndicatorProof | undefined => product.indicators.find((one) => one.code === code);
  const differs = (texts: readonly string[]): boolean => !only || new Set(texts).size > 1;
  return (
    <>
      <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
        {t('catalogue.compare.only')}
      </Checkbox>
      <div className="compare-room">
        <table className="compare-table">
          <caption className="only-read">{t('catalogue.compare.title')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="only-read">{t('catalogue.compare.row')}</span>
              </th>
              {products.map((one, index) => (
                <th key={one.listingId} scope="col">
                  <Swatch kind={one.kind.code} size={56} />
                  <Link to={`/${city}/museum/${one.listingId}`} lang="zh-CN">{titleOf(lang, one)}</Link>
                  <small lang="zh-CN">{one.model}</small>
                  <small>
                    <span lang="zh-CN">{one.supplier.name}</span> {index === 0 && one.supplier.demo && <DemoMark />}
                  </small>
                  <Button tone="text" size="small" onClick={() => onRemove(one.listingId)}>
                    {t('catalogue.compare.remove')}
                    <span className="only-read">{one.model}</span>
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.filter((row) => differs(products.map(row.text))).map((row) => (
              <tr key={row.id}>
                <th scope="row">{t(`catalogue.compare.row.${row.id}`)}</th>
                {products.map((one) => (
                  <td key={one.listingId}>{row.cell(one)}</td>
                ))}
              </tr>
            ))}
            {codes.filter((code) => differs(products.map((one) => `${of(one, code)?.value} ${of(one, code)?.outcome}`))).map((code) => {
              const indicator = products[0] === undefined ? undefined : of(products[0], code);
              return indicator === undefined ? null : (
                <tr key={code}>
                  <th scope="row">
                    <span className="code">{code}</span> {nameIn(lang, indicator)}
                    <small>{unitIn(lang, indicator.unit)}</small>
                  </th>
                  {products.map((one) => (
                    <td key={one.listingId}>
                      <Value one={of(one, code)} />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Value({ one }: { one: IndicatorProof | undefined }): JSX.Element {
  const { lang } = useText();
  if (one === undefined) return <span className="quiet">—</span>;
  return (
    <>
      <div className="compare-value">
        <b {...(one.value === null && one.printed !== null ? { lang: 'zh-CN' } : {})}>{one.value === null ? (one.printed ?? '—') : valueText(one.value)}</b>
        <OutcomeMark judged={one} />
      </div>
      {one.scale !== null && <ValueBullet compact name={nameIn(lang, one)} scale={one.scale} value={one.value} unit={unitIn(lang, one.unit)} outcome={one.outcome} />}
    </>
  );
}
