import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import type { PageRoute, RailGroup } from '#web/route.ts';
import type { Membership } from '#web/session.ts';
import { routes } from '../found.ts';

const GROUPS: readonly RailGroup[] = ['work', 'procurement', 'selection', 'supply', 'rules', 'people', 'projects', 'oversight'];

/** What this post can open, in groups. A page decides for whom it stands here; the server decides what may be done in it. */
export function Rail({ membership, slug }: { membership: Membership; slug: string }): JSX.Element {
  const { t, both } = useText();
  const mine = routes.filter((route) => route.rail !== undefined && (route.rail.for === undefined || route.rail.for(membership)));
  return (
    <nav className="rail no-print" aria-label={t('shell.work.rail')}>
      {GROUPS.map((group) => {
        const here = mine.filter((route) => route.rail?.group === group).sort((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0));
        if (here.length === 0 && group !== 'work') return null;
        return (
          <div key={group}>
            <p className="rail-group">{t(`shell.rail.${group}`)}</p>
            {group === 'work' && (
              <Link to={`/${slug}/work`} activeOptions={{ exact: true, includeSearch: false }}>
                {t('shell.work.todo')}
              </Link>
            )}
            {here.map((route) => (
              <Link key={route.path} to={addressOf(route, slug)}>
                {both(route.title)}
              </Link>
            ))}
          </div>
        );
      })}
    </nav>
  );
}

const addressOf = (route: PageRoute, slug: string): string => (route.place === 'work' ? `/${slug}/work/${route.path}` : `/${slug}/${route.path}`);
