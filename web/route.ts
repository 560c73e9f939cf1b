import type { FunctionComponent } from 'react';
import type { InBoth } from '#web/i18n.ts';
import type { Membership } from '#web/session.ts';

/** Entries of the public head, in their order; an entry is a link only where a module offers its page. */
export type NavEntry = 'materials' | 'products' | 'finance' | 'standards' | 'notices' | 'open-data';
/** Groups of the workbench rail, in their order. */
export type RailGroup = 'work' | 'procurement' | 'selection' | 'supply' | 'rules' | 'people' | 'projects' | 'oversight';

/**
 * One page of a module, declared in `modules/<name>/web/routes.ts` (plain data, no JSX: the server reads it too, to tell the
 * browser in the first byte which chunks a page needs).
 * `site`: no city in the path · `city`: /{city}/… for everybody · `work`: /{city}/work/… for signed-in people, antd allowed.
 */
export type PageRoute = {
  readonly place: 'site' | 'city' | 'work';
  /** Without a leading slash: `standards/$kind`. */
  readonly path: string;
  /** Must be written as `() => import('./folder/page.tsx')`; the page is the default export. */
  readonly load: () => Promise<{ default: FunctionComponent }>;
  readonly title: InBoth;
  readonly nav?: NavEntry;
  /** True where the foot of every public page of a city leads to it. */
  readonly foot?: true;
  readonly rail?: { readonly group: RailGroup; readonly order: number; readonly for?: (who: Membership) => boolean };
};

export const pages = (...routes: readonly PageRoute[]): readonly PageRoute[] => routes;
