import type { Hono } from 'hono';
import { webPages } from '#platform/http/page.ts';

/** Pages and their files: everything outside /api that is asked for with GET. */
export function site(app: Hono, options: { webFolder: string; publicOrigin: string }): void {
  const pages = webPages(options);
  app.get('*', async (c, next) => (await pages(c.req.raw)) ?? next());
}
