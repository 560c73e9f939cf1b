import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageRoute } from '#web/route.ts';

/** One page as the server and the budget see it: its address, and the source file whose chunk draws it. */
export type BuiltPage = { readonly pattern: string; readonly place: PageRoute['place']; readonly title: PageRoute['title']; readonly source: string };

/** Reads the routes of the shell and of every module, without a browser: they are plain data. */
export async function declaredPages(root: string): Promise<readonly BuiltPage[]> {
  const modules = join(root, 'modules');
  const files = readdirSync(modules).map((name) => join(modules, name, 'web/routes.ts')).filter((file) => existsSync(file));
  const misnamed = readdirSync(modules).map((name) => join(modules, name, 'web/routes.tsx')).filter((file) => existsSync(file));
  if (misnamed.length > 0) throw new Error(`${misnamed.join(', ')}: routes are plain data and belong into routes.ts, so that the server can read them too`);
  const shell = join(root, 'web/shell/pages.ts');
  const shellPages = pagesOf(root, shell, ((await import(pathToFileURL(shell).href)) as { shellPages: readonly PageRoute[] }).shellPages);
  const ofModules = await Promise.all(files.map(async (file) => pagesOf(root, file, ((await import(pathToFileURL(file).href)) as { routes: readonly PageRoute[] }).routes)));
  return [...shellPages, ...ofModules.flat()];
}

const PREFIX = { site: '/', city: '/$city', work: '/$city/work' } as const;

function pagesOf(root: string, file: string, routes: readonly PageRoute[]): readonly BuiltPage[] {
  return routes.map((route) => {
    const found = /import\(\s*['"](\.[^'"]+)['"]\s*\)/.exec(String(route.load))?.[1];
    if (found === undefined) throw new Error(`${file}: the load of "${route.path}" must be written as () => import('./…')`);
    const pattern = `${PREFIX[route.place]}/${route.path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    return { pattern, place: route.place, title: route.title, source: relative(root, join(dirname(file), found)) };
  });
}
