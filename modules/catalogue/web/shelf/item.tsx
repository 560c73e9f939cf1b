import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Highlight, ShelfItem } from '#modules/catalogue/contract/shelf.ts';
import { ValueBullet, valueText } from '#modules/laboratories/web/parts.ts';
import { nameIn, unitIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Money } from '#web/kit/money.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { Stars } from '#web/kit/tag.tsx';
import { legalDay } from '#web/kit/written.ts';
import { serverNow } from '#web/session.ts';
import { CompareTick } from '../tray/tick.tsx';
import { standingOf } from '../shown/standing.ts';
import { Swatch } from '../shown/swatch.tsx';
import { titleOf } from '../shown/titled.ts';

/** One product in one line: what it is, how it stands, three values beside their limits, its price. */
export function Item({ item, city }: { item: ShelfItem; city: string }): JSX.Element {
  const { t, lang } = useText();
  const standing = standingOf(item, legalDay(serverNow()));
  const title = titleOf(lang, item);
  return (
    <li className="item">
      <Swatch kind={item.kind.code} size={64} />
      <div className="item-name">
        <h2 lang="zh-CN">
          <Link to={`/${city}/museum/${item.listingId}`}>{title}</Link>
        </h2>
        <p className="second" lang="zh-CN" title={`${item.model} ${item.supplier.name}`}>
          <span>{item.model}</span> <span>{item.supplier.name}</span>
        </p>
        <p className="item-state">
          {item.star === null ? null : item.star === 0 ? <span className="quiet">{t('catalogue.shelf.ungraded')}</span> : <Stars count={item.star as 1 | 2 | 3} />}
          <StateMark state={standing.state}>{t(standing.id, standing.values)}</StateMark>
        </p>
      </div>
      <div className="item-values">
        {item.highlights.map((one) => (
          <Value key={one.code} one={one} />
        ))}
      </div>
      <div className="item-price">
        <b>
          <Money amount={item.price} />
        </b>
        <span>{t('catalogue.per-unit', { unit: item.priceUnit })}</span>
        {item.provenUntil !== null && <span>{t('catalogue.until', { day: item.provenUntil.slice(0, 7) })}</span>}
      </div>
      <div className="item-compare">
        <CompareTick city={city} kindName={nameIn(lang, item.kind)} one={{ listingId: item.listingId, kind: item.kind.code, name: `${item.brand} ${item.model}`, supplier: item.supplier.organisationId }} />
      </div>
    </li>
  );
}

function Value({ one }: { one: Highlight }): JSX.Element {
  const { t, lang } = useText();
  const unit = unitIn(lang, one.unit);
  const name = nameIn(lang, one);
  return (
    <div className="item-value">
      <span title={`${name} ${unit}`}>
        {name} {unit}
      </span>
      {one.value === null ? <b className={one.outcome === 'NOT_TESTED' ? 'attention' : undefined}>{one.printed ?? t('catalogue.shelf.untested')}</b> : <b>{valueText(one.value)}</b>}
      {one.scale !== null && <ValueBullet compact name={name} scale={one.scale} value={one.value} unit={unit} outcome={one.outcome} />}
    </div>
  );
}
