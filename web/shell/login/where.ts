import type { Session } from '#web/session.ts';
import { rememberedCity } from '../city.ts';

/** Where the reader wanted to go, if it is on this site: an address with a host in it is not followed. */
export function nextPath(): string | undefined {
  const next = new URLSearchParams(location.search).get('next');
  if (next === null || !next.startsWith('/') || next.startsWith('//')) return undefined;
  const url = new URL(next, location.origin);
  return url.origin === location.origin ? `${url.pathname}${url.search}` : undefined;
}

/** A body of a city goes to that city's workbench; one that serves all goes to the city it came from, or else to choose. */
export function homeOf(session: Session): string {
  const slug = (session.active ?? session.memberships[0])?.citySlug ?? rememberedCity();
  return slug == null ? '/' : `/${slug}/work`;
}
