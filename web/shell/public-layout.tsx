import { Link, Outlet } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Icon } from '#web/kit/icon.tsx';
import { Mark } from '#web/kit/mark.tsx';
import { Menu } from '#web/kit/menu.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import type { NavEntry } from '#web/route.ts';
import { useSession } from '#web/session.ts';
import { useCity } from './city.ts';
import { footPages, navPath } from './found.ts';
import { LangSwitch } from './lang-switch.tsx';
import './public-layout.css';

const ENTRIES: readonly NavEntry[] = ['materials', 'products', 'finance', 'standards', 'notices', 'open-data'];

/** Head, page, foot of everything that needs no login. */
export const PublicLayout = (): JSX.Element => (
  <PublicFrame>
    <Outlet />
  </PublicFrame>
);

export function PublicFrame({ children }: { children: ReactNode }): JSX.Element {
  const { t } = useText();
  return (
    <div className="public">
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Head />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot />
    </div>
  );
}

function Head(): JSX.Element {
  const { t, lang } = useText();
  const city = useCity();
  const entries = city === null ? [] : ENTRIES.flatMap((entry) => (navPath(entry, city.slug) === undefined ? [] : [{ entry, to: navPath(entry, city.slug) ?? '' }]));
  return (
    <header className="public-head no-print">
      <div className="wrap">
        <Link to={city === null ? '/' : `/${city.slug}`} className="brand" aria-label={t('shell.home')}>
          <Mark word />
        </Link>
        {city !== null && (
          <span className="brand-city">
            {lang === 'en' ? city.nameEn : city.nameZh}
            {city.demo && <DemoMark />}
          </span>
        )}
        <nav className="public-nav" aria-label={t('shell.nav')}>
          {entries.map(({ entry, to }) => (
            <Link key={entry} to={to}>
              {t(`shell.nav.${entry}`)}
            </Link>
          ))}
        </nav>
        <div className="public-right">
          <LangSwitch />
          <Door />
        </div>
        <div className="public-burger">
          <Menu label={t('shell.menu')} button={<Icon name="menu" size={20} />}>
            {(close) => (
              <nav aria-label={t('shell.menu')}>
                {entries.map(({ entry, to }) => (
                  <Link key={entry} to={to} className="menu-item" onClick={close}>
                    {t(`shell.nav.${entry}`)}
                  </Link>
                ))}
                {entries.length > 0 && <div className="menu-line" />}
                <LangSwitch className="menu-item" />
                <Door className="menu-item" onGo={close} />
              </nav>
            )}
          </Menu>
        </div>
      </div>
    </header>
  );
}

/** The way into the workbench: to log in, or for who is in already, straight there. */
function Door({ className, onGo }: { className?: string; onGo?: () => void }): JSX.Element {
  const { t } = useText();
  const city = useCity();
  const session = useSession();
  const membership = session?.active ?? session?.memberships[0];
  const slug = membership === undefined ? undefined : (membership.citySlug ?? city?.slug);
  const inside = session?.person != null && slug !== undefined;
  const to = inside ? `/${slug}/work` : '/login';
  const words = inside ? t('shell.to-work') : t('shell.login');
  return className === undefined ? (
    <LinkButton size="small" to={to}>
      {words}
    </LinkButton>
  ) : (
    <Link to={to} className={className} onClick={() => onGo?.()}>
      {words}
    </Link>
  );
}

function Foot(): JSX.Element {
  const { t, both } = useText();
  const city = useCity();
  return (
    <footer className="public-foot">
      <div className="wrap">
        <Mark size={22} word />
        <p>{t('shell.foot')}</p>
        <Link to="/api/docs" className="no-print">{t('shell.foot.api')}</Link>
        {city !== null && footPages.map(({ path, title }) => <Link key={path} to={`/${city.slug}/${path}`} className="no-print">{both(title)}</Link>)}
      </div>
    </footer>
  );
}
