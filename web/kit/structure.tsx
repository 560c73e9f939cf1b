import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import './structure.css';

/** The top of a page: what is this, in which state, what may I do next. */
export function PageTitle({ title, beside, under, acts, size = 'public' }: { title: ReactNode; beside?: ReactNode; under?: ReactNode; acts?: ReactNode; size?: 'public' | 'work' }): JSX.Element {
  return (
    <div className={`page-title page-title-${size}`}>
      <div>
        <h1>
          {title}
          {beside !== undefined && <span className="page-title-beside">{beside}</span>}
        </h1>
        {under !== undefined && <p className="second">{under}</p>}
      </div>
      {acts !== undefined && <div className="page-title-acts">{acts}</div>}
    </div>
  );
}

/** Opens a group: words, an ink line below, a note, and at the right a link or the tabs of the group. */
export function SectionHead({ title, note, right, serif = false, id }: { title: ReactNode; note?: ReactNode; right?: ReactNode; serif?: boolean; id?: string }): JSX.Element {
  return (
    <div className="section-head">
      <h2 id={id} className={serif ? 'serif' : undefined}>
        {title}
      </h2>
      {note !== undefined && <span className="section-note">{note}</span>}
      {right !== undefined && <span className="section-right">{right}</span>}
    </div>
  );
}

export type Crumb = { readonly label: ReactNode; readonly to?: string };

/** Way back. The last crumb is this page and no link. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }): JSX.Element {
  return (
    <nav className="crumbs" aria-label={useText().t('kit.crumbs')}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={index} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A single large figure with its unit small behind it. `value` is text already written for reading; null is an honest blank. */
export function Figure({ label, value, unit, note, size = 40 }: { label: ReactNode; value: string | null; unit?: ReactNode; note?: ReactNode; size?: 26 | 36 | 40 }): JSX.Element {
  const { t } = useText();
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd className={`figure-value figure-${size}`}>
        {value ?? <span className="quiet">—<span className="only-read">{t('kit.unknown')}</span></span>}
        {unit !== undefined && value !== null && <span className="figure-unit">{unit}</span>}
      </dd>
      {note !== undefined && <dd className="figure-note">{note}</dd>}
    </div>
  );
}

/** Pairs of name and value with hairlines, values at the right edge. */
export function Facts({ facts }: { facts: readonly { readonly name: ReactNode; readonly value: ReactNode }[] }): JSX.Element {
  return (
    <dl className="facts">
      {facts.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
