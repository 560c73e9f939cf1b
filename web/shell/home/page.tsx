import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent, JSX, ReactNode } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Contours } from '#web/kit/contours.tsx';
import { Icon } from '#web/kit/icon.tsx';
import { Figure, SectionHead } from '#web/kit/structure.tsx';
import { grouped, minute } from '#web/kit/written.ts';
import { Slot } from '#web/slots.tsx';
import { useCity } from '../city.ts';
import { navPath, pagePath } from '../found.ts';
import { inLargeUnits, overviewQuery, type Overview } from './overview.ts';
import { useTitle } from '../title.ts';
import { homeWording } from './wording.ts';
import '#web/kit/form.css';
import './page.css';

loadWording(homeWording);

/** A city's front page: what this is, what it has come to, what is new, how to take part. Only what exists is offered. */
export default function HomePage(): JSX.Element {
  const { t, lang } = useText();
  const city = useCity();
  const slug = city?.slug ?? '';
  const name = lang === 'en' ? (city?.nameEn ?? '') : (city?.nameZh ?? '');
  const overview = useQuery(overviewQuery(slug)).data;
  useTitle(undefined);
  return (
    <>
      <section className="hero">
        <div className="wrap hero-wrap">
          <Contours />
          <div className="hero-words">
            <h1>{t('shell.home.title', { city: name })}</h1>
            <p className="lead">
              <span>{t('shell.home.lead')}</span>
              <span>{t('shell.home.lead2')}</span>
            </p>
            <Search to={navPath('materials', slug)} />
          </div>
        </div>
      </section>
      <Figures overview={overview} />
      <Materials slug={slug} overview={overview} />
      <Slot name="home.sections" city={slug} />
      <Joining slug={slug} />
    </>
  );
}

/** Searches the museum of materials; without it there is nothing to search. */
function Search({ to }: { to: string | undefined }): JSX.Element | null {
  const { t } = useText();
  const navigate = useNavigate();
  if (to === undefined) return null;
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    void navigate({ to, search: asked === '' ? {} : { q: asked } } as never);
  };
  return (
    <form className="hero-search" role="search" onSubmit={search}>
      <Icon name="search" size={18} />
      <input name="q" type="search" className="input" aria-label={t('shell.home.search.hint')} placeholder={t('shell.home.search.hint')} />
      <Button type="submit" tone="primary" size="large">
        {t('shell.home.search')}
      </Button>
    </form>
  );
}

function Figures({ overview }: { overview: Overview | undefined }): JSX.Element {
  const { t, lang } = useText();
  const { orders = null, suppliers = null, products = null, standard = null, asOf = null } = overview ?? {};
  const amount = orders === null ? null : inLargeUnits(orders.amount, lang);
  const nothing = overview !== undefined && orders === null && suppliers === null && products === null && standard === null;
  return (
    <section className="home-figures" aria-label={t('shell.home.figures')}>
      <div className="wrap">
        <dl>
          <Figure label={t('shell.home.orders')} value={amount?.figure ?? null} unit={amount?.unit} {...note(orders && t('shell.home.orders.note', { orders: orders.count, accepted: orders.accepted }))} />
          <Figure label={t('shell.home.suppliers')} value={suppliers && grouped(String(suppliers.count))} unit={t('shell.home.suppliers.unit')} {...note(suppliers && t('shell.home.suppliers.note', suppliers))} />
          <Figure label={t('shell.home.products')} value={products && grouped(String(products.count))} unit={t('shell.home.products.unit')} {...note(products && t('shell.home.products.note', { kinds: products.kinds, all: products.kindsInAll }))} />
          <Figure label={t('shell.home.indicators')} value={standard && grouped(String(standard.indicators))} unit={t('shell.home.indicators.unit')} {...note(standard && t('shell.home.indicators.note', standard))} />
        </dl>
        <p className="home-as-of">{nothing ? t('shell.home.blank') : asOf === null ? '\u00a0' : t('shell.home.as-of', { when: minute(asOf) })}</p>
      </div>
    </section>
  );
}

/** The section of green building materials: only what exists in this build is a line. */
function Materials({ slug, overview }: { slug: string; overview: Overview | undefined }): JSX.Element | null {
  const { t } = useText();
  const { suppliers = null, products = null, standard = null } = overview ?? {};
  const lines = [
    { to: navPath('standards', slug), name: t('shell.home.materials.standard'), count: standard && t('shell.home.materials.standard.count', standard) },
    { to: pagePath('museum', slug), name: t('shell.home.materials.museum'), count: products && t('shell.home.materials.museum.count', { count: products.count }) },
    { to: pagePath('suppliers', slug), name: t('shell.home.materials.suppliers'), count: suppliers && t('shell.home.materials.suppliers.count', { count: suppliers.count }) },
  ].filter((line) => line.to !== undefined);
  if (lines.length === 0) return null;
  return (
    <section className="wrap home-section home-materials" aria-labelledby="home-materials">
      <div>
        <h2 id="home-materials">{t('shell.home.materials')}</h2>
        <p>{t('shell.home.materials.text')}</p>
      </div>
      <ul>
        {lines.map((line) => (
          <li key={line.name}>
            <Link to={line.to as never}>{line.name}</Link>
            <span>{line.count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const note = (text: string | null): { note?: ReactNode } => (text === null ? {} : { note: text });

function Joining({ slug }: { slug: string }): JSX.Element {
  const { t } = useText();
  const apply = pagePath('join', slug);
  const standards = navPath('standards', slug);
  const steps = (who: 'supplier' | 'buyer' | 'public', count: number, act: ReactNode): JSX.Element => (
    <div>
      <h3>{t(`shell.home.join.${who}`)}</h3>
      <ol>
        {Array.from({ length: count }, (_, index) => (
          <li key={index}>{t(`shell.home.join.${who}.${index + 1}`)}</li>
        ))}
      </ol>
      {act}
    </div>
  );
  return (
    <section className="joins joins-foot">
      <div className="wrap">
        <SectionHead title={t('shell.home.join')} note={t('shell.home.join.note')} />
        <div className="joins-grid">
          {steps('supplier', 4, apply && <LinkButton tone="primary" to={apply}>{t('shell.home.join.apply')}</LinkButton>)}
          {steps('buyer', 4, <LinkButton to="/login">{t('shell.home.join.enter')}</LinkButton>)}
          {steps('public', 3, standards && <LinkButton to={standards}>{t('shell.home.join.read')}</LinkButton>)}
        </div>
      </div>
    </section>
  );
}
