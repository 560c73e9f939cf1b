import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import type { BasketLine, BasketView } from '#modules/purchases/contract/index.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Money } from '#web/kit/money.tsx';
import { StateShape } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { basketKey, purchases } from '../client.ts';

type GroupView = { readonly supplier: BasketView['suppliers'][number]['supplier'] | null; readonly lines: readonly BasketLine[]; readonly total: string | null };
type Props = { group: GroupView; city: string; may: BasketView['may']; first: boolean; left: ReadonlySet<string>; onPick: (listings: readonly string[], on: boolean) => void };

/** What is wanted of one supplier: one order to be. */
export function Group({ group, city, may, first, left, onPick }: Props): JSX.Element {
  const { t } = useText();
  const buyable = group.lines.filter((line) => line.amount !== null).map((line) => line.listingId);
  const all = buyable.length > 0 && buyable.every((id) => !left.has(id));
  const name = group.supplier?.name ?? t('purchases.basket.gone');
  return (
    <section className="basket-group">
      <SectionHead
        title={
          <>
            {may.checkOut && buyable.length > 0 && <Pick label={t('purchases.basket.pick-all', { supplier: name })} on={all} onChange={() => onPick(buyable, !all)} />}
            {name} {first && group.supplier?.demo === true && <DemoMark />}
          </>
        }
        right={group.total !== null && buyable.length > 0 && <>{t('purchases.basket.subtotal')} <b><Money amount={group.total} /></b></>}
      />
      <div className="basket-line basket-head" aria-hidden="true">
        <span />
        <span>{t('purchases.basket.product')}</span>
        <span className="num">{t('purchases.basket.price')}</span>
        <span className="num">{t('purchases.basket.quantity')}</span>
        <span className="num">{t('purchases.basket.amount')}</span>
        <span />
      </div>
      <ul>
        {group.lines.map((line) => (
          <Line key={line.listingId} line={line} city={city} may={may} picked={line.amount !== null && !left.has(line.listingId)} onPick={onPick} />
        ))}
      </ul>
    </section>
  );
}

/** A box to tick without words beside it. */
const Pick = ({ label, on, onChange }: { label: string; on: boolean; onChange: () => void }): JSX.Element => (
  <label className="tick">
    <input type="checkbox" className="tick-checkbox" checked={on} onChange={onChange} />
    <span className="only-read">{label}</span>
  </label>
);

type LineProps = { line: BasketLine; city: string; may: BasketView['may']; picked: boolean; onPick: Props['onPick'] };

function Line({ line, city, may, picked, onPick }: LineProps): JSX.Element {
  const { t, lang } = useText();
  const { product } = line;
  const [typed, setTyped] = useState<string>();
  const refused = useRefusal('purchases');
  const put = useSubmit((quantity: string, key) => purchases.putLine({ city, listing: line.listingId, quantity }, { context: { key } }), [basketKey(city)]);
  const remove = useSubmit((listing: string, key) => purchases.removeLine({ city, listing }, { context: { key } }), [basketKey(city)]);
  const wrong = refused(put.error ?? remove.error)?.text;
  const name = product === null ? t('purchases.basket.gone.product') : [product.brand, product.name, product.model].filter((part) => part !== null && part !== '').join(' ');
  const commit = (): void => {
    if (typed === undefined || typed.trim() === '' || typed.trim() === line.quantity) return setTyped(undefined);
    put.mutate(typed.trim(), { onSuccess: () => setTyped(undefined) });
  };
  const facts = Object.fromEntries(Object.entries(line.blocked?.facts ?? {}).map(([key, value]) => [key, value === null ? '' : String(value)]));
  const why = line.blocked === null ? undefined : t(line.blocked.code === 'not-found' ? 'purchases.basket.blocked.not-found' : `purchases.refusal.${line.blocked.code}`, facts);
  return (
    <li className={why === undefined ? '' : 'basket-blocked'}>
      <div className="basket-line">
        <span>{may.checkOut && line.amount !== null && <Pick label={t('purchases.basket.pick', { product: name })} on={picked} onChange={() => onPick([line.listingId], !picked)} />}</span>
        <div className="basket-product">
          {product === null ? name : <Link to={`/${city}/museum/${line.listingId}`}>{lang === 'en' ? name : `${product.brand ? `「${product.brand}」` : ''}${product.name}`}</Link>}
          <small>{product === null ? '' : [lang === 'en' ? '' : product.model, product.kindCode].filter((part) => part !== '').join('　')}</small>
        </div>
        <span className="num basket-price">{product !== null && <Money amount={product.price} bare />}</span>
        <span className="basket-quantity">
          {product !== null && (
            <>
              <input
                className="input input-figures" inputMode="decimal" autoComplete="off" aria-label={t('purchases.basket.quantity.of', { product: name, unit: product.unit })} aria-invalid={wrong !== undefined || undefined}
                value={typed ?? line.quantity} disabled={!may.change} onChange={(event) => setTyped(event.target.value)} onBlur={commit} onKeyDown={(event) => event.key === 'Enter' && commit()}
              />
              <span className="quiet">{product.unit}</span>
            </>
          )}
        </span>
        <b className="num basket-amount">{line.amount === null ? <span className="quiet">—</span> : <Money amount={line.amount} bare />}</b>
        <span className="basket-remove">
          {may.change && (
            <Button tone="text" size="small" busy={remove.isPending} aria-label={t('purchases.basket.remove', { product: name })} onClick={() => remove.mutate(line.listingId)}>
              {t('purchases.basket.remove.short')}
            </Button>
          )}
        </span>
      </div>
      {(wrong ?? why) !== undefined && (
        <p className="basket-why" role={wrong === undefined ? undefined : 'alert'}>
          <StateShape state={wrong === undefined ? 'attention' : 'refused'} size={12} /> {wrong ?? why}
        </p>
      )}
    </li>
  );
}
