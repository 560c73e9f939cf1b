import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import type { Shelf } from '#modules/catalogue/contract/shelf.ts';
import type { EditionView } from '#modules/standards/contract/reading.ts';
import { nameIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Radio, TextInput, TickGroup } from '#web/kit/form.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { filtersOf, NOTHING, priceOf, searchOf, starCounts, type Asked } from './asked.ts';

export type Change = (change: Partial<Asked>) => void;
type Categories = EditionView['categories'];
type Props = { asked: Asked; counts: Shelf['counts'] | undefined; categories: Categories; city: string; onChange: Change };

/** What narrows the shelf, each choice with the number of products it leads to. */
export function Filters({ asked, counts, categories, city, onChange }: Props): JSX.Element {
  const { t } = useText();
  const set = filtersOf(asked).length;
  const stars = starCounts(counts?.stars ?? {});
  const verdicts = counts?.verdicts ?? {};
  const passing = verdicts['PASS'] ?? 0;
  const waiting = Object.values(verdicts).reduce((sum, count) => sum + count, 0) - passing;
  return (
    <>
      <p className="filters-head">
        <b>{t('catalogue.filter')}</b>
        {set > 0 && (
          <Button tone="text" size="small" onClick={() => onChange({ ...NOTHING, q: asked.q, category: asked.category, kind: asked.kind, sort: asked.sort })}>
            {t('catalogue.filter.clear', { count: set })}
          </Button>
        )}
      </p>
      <Kinds asked={asked} counts={counts?.kinds} categories={categories} city={city} />
      <TickGroup legend={t('catalogue.filter.star')}>
        <Radio name="star" checked={asked.star === null} onChange={() => onChange({ star: null })}>
          {t('catalogue.filter.any')}
        </Radio>
        {([3, 2, 1, 0] as const).map((star) => (
          <Radio key={star} name="star" checked={asked.star === star} {...(counts === undefined ? {} : { count: stars[star] })} onChange={() => onChange({ star })}>
            {t(`catalogue.filter.star.${star}`)}
          </Radio>
        ))}
      </TickGroup>
      <TickGroup legend={t('catalogue.filter.proven')}>
        <Radio name="proven" checked={asked.proven === null} onChange={() => onChange({ proven: null })}>
          {t('catalogue.filter.any')}
        </Radio>
        <Radio name="proven" checked={asked.proven === 'all'} {...(counts === undefined ? {} : { count: passing })} onChange={() => onChange({ proven: 'all' })}>
          {t('catalogue.filter.proven.all')}
        </Radio>
        <Radio name="proven" checked={asked.proven === 'to-prove'} {...(counts === undefined ? {} : { count: waiting })} onChange={() => onChange({ proven: 'to-prove' })}>
          {t('catalogue.filter.proven.to-prove')}
        </Radio>
      </TickGroup>
      <Price key={`${asked.from} ${asked.to}`} asked={asked} onChange={onChange} />
      <Suppliers asked={asked} suppliers={counts?.suppliers ?? []} onChange={onChange} />
    </>
  );
}

/** Categories, and under the chosen one its kinds, as ways through the museum. */
function Kinds({ asked, counts: given, categories, city }: { asked: Asked; counts: Shelf['counts']['kinds'] | undefined; categories: Categories; city: string }): JSX.Element {
  const { t, lang } = useText();
  const known = given !== undefined;
  const counts = given ?? {};
  const chosen = categories.find((one) => one.code === asked.category || one.kinds.some((kind) => kind.code === asked.kind));
  const of = (one: Categories[number]): number => one.kinds.reduce((sum, kind) => sum + (counts[kind.code] ?? 0), 0);
  const way = (change: Partial<Asked>) => ({ to: `/${city}/museum`, search: searchOf({ ...asked, page: 1, category: null, kind: null, ...change }) as never });
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav className="kinds" aria-label={t('catalogue.filter.kinds')}>
      <p className="field-label" aria-hidden="true">{t('catalogue.filter.kinds')}</p>
      <ul>
        <li>
          <Link {...way({})} activeOptions={{ exact: true }} aria-current={asked.kind === null && asked.category === null ? 'page' : undefined}>
            <span>{t('catalogue.filter.kinds.all')}</span> <i>{known ? all : ''}</i>
          </Link>
        </li>
        {categories.map((one) => (
          <li key={one.code}>
            <Link {...way({ category: one.code })} aria-current={asked.category === one.code && asked.kind === null ? 'page' : undefined}>
              <span>{nameIn(lang, one)}</span> <i>{known ? of(one) : ''}</i>
            </Link>
            {one === chosen && (
              <ul>
                {one.kinds.filter((kind) => (counts[kind.code] ?? 0) > 0 || kind.code === asked.kind).map((kind) => (
                  <li key={kind.code}>
                    <Link {...way({ kind: kind.code })} aria-current={asked.kind === kind.code ? 'page' : undefined}>
                      <span>{nameIn(lang, kind)}</span> <i>{known ? (counts[kind.code] ?? 0) : ''}</i>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Price({ asked, onChange }: { asked: Asked; onChange: Change }): JSX.Element {
  const { t } = useText();
  const [from, setFrom] = useState(asked.from ?? '');
  const [to, setTo] = useState(asked.to ?? '');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const bad = [from, to].some((text) => text.trim() !== '' && priceOf(text) === null);
    setWrong(bad);
    if (!bad) onChange({ from: priceOf(from), to: priceOf(to) });
  };
  return (
    <form className="price" onSubmit={submit} noValidate>
      <TickGroup legend={<>{t('catalogue.filter.price')} <span className="field-unit">{t('catalogue.filter.price.unit')}</span></>} error={wrong ? t('catalogue.filter.price.wrong') : undefined}>
        <div className="price-ends">
          <TextInput figures aria-label={t('catalogue.filter.from')} maxLength={12} value={from} onChange={(event) => setFrom(event.target.value)} />
          <span aria-hidden="true">～</span>
          <TextInput figures aria-label={t('catalogue.filter.to')} maxLength={12} value={to} onChange={(event) => setTo(event.target.value)} />
          <Button type="submit" size="small">
            {t('catalogue.filter.apply')}
          </Button>
        </div>
      </TickGroup>
    </form>
  );
}

/** So many suppliers stand in the list before somebody asks for more. */
const FIRST = 5;

function Suppliers({ asked, suppliers, onChange }: { asked: Asked; suppliers: Shelf['counts']['suppliers']; onChange: Change }): JSX.Element | null {
  const { t } = useText();
  const [all, setAll] = useState(false);
  if (suppliers.length === 0) return null;
  return (
    <TickGroup legend={<>{t('catalogue.filter.supplier')} {suppliers[0]?.demo === true && <DemoMark />}</>}>
      <Radio name="supplier" checked={asked.supplier === null} onChange={() => onChange({ supplier: null })}>
        {t('catalogue.filter.any')}
      </Radio>
      {(all ? suppliers : suppliers.slice(0, FIRST)).map((one) => (
        <Radio key={one.organisationId} name="supplier" checked={asked.supplier === one.organisationId} count={one.products} onChange={() => onChange({ supplier: one.organisationId })}>
          <span lang="zh-CN">{one.name}</span>
        </Radio>
      ))}
      {!all && suppliers.length > FIRST && (
        <Button tone="text" size="small" onClick={() => setAll(true)}>
          {t('catalogue.filter.supplier.more')}
        </Button>
      )}
    </TickGroup>
  );
}
