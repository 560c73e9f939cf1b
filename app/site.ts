import type { Hono } from 'hono';
import { webPages } from '#platform/http/page.ts';

/** The one page below /api: it shows the interface to people. */
export const API_DOCS = '/api/docs';

/** Pages and their files, asked for with GET at this address: everything outside /api, and the page that shows the interface. */
export function site(app: Hono, options: { webFolder: string; publicOrigin: string }, address: '*' | typeof API_DOCS = '*'): void {
  const pages = webPages(options);
  app.get(address, async (c, next) => (await pages(c.req.raw)) ?? next());
}
