import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import { nameIn } from '#modules/standards/web/parts.ts';
import type { Shelf } from '#modules/catalogue/contract/shelf.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { TextInput } from '#web/kit/form.tsx';
import { Icon } from '#web/kit/icon.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { Breadcrumb } from '#web/kit/structure.tsx';
import { DemoMark, Tag } from '#web/kit/tag.tsx';
import { useTitle } from '#web/shell/title.ts';
import { editionQuery, shelfQuery } from '../client.ts';
import { Tray } from '../tray/holder.tsx';
import { catalogueWording } from '../wording.ts';
import { askedOf, filtersOf, NOTHING, searchOf, SIZE, SORTS, type Asked, type Sort } from './asked.ts';
import { Filters, type Change } from './filters.tsx';
import { Item } from './item.tsx';
import { shelfWording } from './wording.ts';
import './shelf.css';

loadWording(catalogueWording);
loadWording(shelfWording);

/** The museum: every product on show, each value beside its limit. What is asked stands in the address. */
export default function MuseumPage(): JSX.Element {
  const { t, lang } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const asked = askedOf(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const shelf = useQuery(shelfQuery(city, asked));
  const edition = useQuery(editionQuery(city)).data?.edition ?? null;
  const [open, setOpen] = useState(false);
  const change: Change = (next) => void navigate({ to: '.', search: searchOf({ ...asked, page: 1, ...next }) as never, resetScroll: next.page !== undefined });
  const categories = edition?.categories ?? [];
  const kind = categories.flatMap((one) => one.kinds).find((one) => one.code === asked.kind);
  const category = categories.find((one) => one.code === asked.category || (asked.kind !== null && one.kinds.some((k) => k.code === asked.kind)));
  const title = kind !== undefined ? nameIn(lang, kind) : asked.kind !== null ? asked.kind : category !== undefined ? nameIn(lang, category) : t('catalogue.shelf.title');
  useTitle(title);
  const here = `/${city}/museum`;
  const crumbs = [
    { label: t('catalogue.museum'), ...(category === undefined && asked.kind === null ? {} : { to: here }) },
    ...(category === undefined ? [] : [{ label: nameIn(lang, category) }]),
  ];
  const filters = filtersOf(asked).length;
  return (
    <>
      <div className="wrap museum">
        <Breadcrumb crumbs={crumbs} />
        <div className="museum-head">
          <h1>
            {title}
            {asked.kind !== null && <Tag>{asked.kind}</Tag>}
          </h1>
          <p>
            {shelf.data !== undefined && t('catalogue.shelf.under', { total: shelf.data.total })}
            {kind !== undefined && <Link to={`/${city}/standards/${kind.code}`}>{t('catalogue.shelf.standard')}</Link>}
          </p>
        </div>
        <div className="museum-body">
          <aside className={open ? 'filters filters-open' : 'filters'} aria-label={t('catalogue.filter')}>
            <Filters asked={asked} counts={shelf.data?.counts} categories={categories} city={city} onChange={change} />
          </aside>
          <section aria-label={t('catalogue.shelf.products')}>
            <Search key={asked.q} asked={asked} onChange={change} />
            <div className="museum-bar">
              <span className="filters-switch">
                <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
                  {t('catalogue.filter.open', { count: filters })}
                </Button>
              </span>
              <Chips asked={asked} shelf={shelf.data} onChange={change} />
              <label className="museum-sort">
                {t('catalogue.sort')}
                <select value={asked.sort} onChange={(event) => change({ sort: event.target.value as Sort })}>
                  {SORTS.map((sort) => (
                    <option key={sort} value={sort}>
                      {t(`catalogue.sort.${sort}`)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <Loaded query={shelf} lines={12}>
              {(found) => <Found found={found} stale={shelf.isPlaceholderData} asked={asked} city={city} onChange={change} />}
            </Loaded>
          </section>
        </div>
      </div>
      <Tray city={city} />
    </>
  );
}

function Found({ found, stale, asked, city, onChange }: { found: Shelf; stale: boolean; asked: Asked; city: string; onChange: Change }): JSX.Element {
  const { t } = useText();
  if (found.items.length === 0) {
    const plain = JSON.stringify(asked) === JSON.stringify(NOTHING);
    return plain ? (
      <Empty title={t('catalogue.shelf.empty')}>{t('catalogue.shelf.empty.text')}</Empty>
    ) : (
      <Empty title={t('catalogue.shelf.none')} act={<Button size="small" onClick={() => onChange(NOTHING)}>{t('catalogue.shelf.none.act')}</Button>}>
        {t('catalogue.shelf.none.text')}
      </Empty>
    );
  }
  return (
    <div aria-busy={stale || undefined}>
      <ul className="items">
        {found.items.map((item) => (
          <Item key={item.listingId} item={item} city={city} />
        ))}
      </ul>
      {found.items.some((item) => item.supplier.demo) && (
        <p className="museum-invented">
          {t('catalogue.shelf.invented')} <DemoMark />
        </p>
      )}
      <Pagination page={asked.page} size={SIZE} total={found.total} onPage={(page) => onChange({ page })} />
    </div>
  );
}

function Search({ asked, onChange }: { asked: Asked; onChange: Change }): JSX.Element {
  const { t } = useText();
  const [typed, setTyped] = useState(asked.q);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange({ q: typed.trim() });
  };
  return (
    <form className="museum-search" role="search" onSubmit={submit}>
      <TextInput type="search" aria-label={t('catalogue.shelf.search')} placeholder={t('catalogue.shelf.search.hint')} maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Button type="submit" icon="search">
        {t('catalogue.shelf.find')}
      </Button>
    </form>
  );
}

/** Each condition that holds now, to be taken away alone. */
function Chips({ asked, shelf, onChange }: { asked: Asked; shelf: Shelf | undefined; onChange: Change }): JSX.Element {
  const { t } = useText();
  const supplier = shelf?.counts.suppliers.find((one) => one.organisationId === asked.supplier)?.name ?? t('catalogue.filter.supplier');
  const said = { star: asked.star === null ? '' : t(`catalogue.filter.star.${asked.star}`), proven: asked.proven === null ? '' : t(`catalogue.filter.proven.${asked.proven}`), supplier, from: t('catalogue.chip.from', { price: asked.from ?? '' }), to: t('catalogue.chip.to', { price: asked.to ?? '' }) };
  return (
    <ul className="chips">
      {asked.q !== '' && <Chip text={`「${asked.q}」`} label={t('catalogue.shelf.drop-text', { q: asked.q })} onRemove={() => onChange({ q: '' })} />}
      {filtersOf(asked).map((name) => (
        <Chip key={name} text={said[name]} label={t('catalogue.filter.remove', { what: said[name] })} onRemove={() => onChange({ [name]: null })} />
      ))}
    </ul>
  );
}

const Chip = ({ text, label, onRemove }: { text: string; label: string; onRemove: () => void }): JSX.Element => (
  <li>
    <button type="button" className="tag tag-green chip" aria-label={label} onClick={onRemove}>
      {text}
      <Icon name="close" size={12} />
    </button>
  </li>
);
