import type { NavEntry, PageRoute } from '#web/route.ts';
import type { AnyFill } from '#web/slots.tsx';
import type { TodoSource } from '#web/todo.ts';

/*
 * What the modules offer, found while building: a module appears in the web by having these two files, and nowhere else is a
 * list of modules kept here.
 */
const routeFiles = import.meta.glob<{ routes: readonly PageRoute[] }>('/modules/*/web/routes.ts', { eager: true });
const slotFiles = import.meta.glob<{ fills?: readonly AnyFill[]; todoSources?: readonly TodoSource[] }>('/modules/*/web/slots.ts', { eager: true });

export const routes: readonly PageRoute[] = Object.values(routeFiles).flatMap((file) => file.routes);
export const fills: readonly AnyFill[] = Object.values(slotFiles).flatMap((file) => file.fills ?? []);
export const todoSources: readonly TodoSource[] = Object.values(slotFiles).flatMap((file) => file.todoSources ?? []);

/** The address of a public entry in a city, or undefined while no module offers it: no dead links. */
export function navPath(entry: NavEntry, city: string): string | undefined {
  const route = routes.find((one) => one.nav === entry && one.place === 'city');
  return route && `/${city}/${route.path}`;
}

/** The address of a page of a module if it exists in this build. */
export const pagePath = (path: string, city: string): string | undefined =>
  routes.some((one) => one.place === 'city' && one.path === path) ? `/${city}/${path}` : undefined;

/** The pages that the foot of a city's public pages leads to. */
export const footPages = routes.filter((one) => one.foot === true);
