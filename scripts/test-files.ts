import { globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = join(import.meta.dirname, '..');
export const ROOMS = ['app', 'bench', 'kernel', 'modules', 'platform', 'scripts', 'tests', 'web'];

/** The steps that run test files, in their order: the quickest to fail first. */
export const KINDS = ['architecture', 'unit', 'database', 'http', 'journeys'] as const;
export type Kind = (typeof KINDS)[number];

/** Files of the tree whose name ends so, below the paths asked for; planted violations are no tests. */
export function filesEnding(ending: string, below: readonly string[] = []): string[] {
  const wanted = below.map((path) => relative(root, resolve(process.cwd(), path)).replaceAll('\\', '/').replace(/\/$/, ''));
  return globSync(ROOMS.flatMap((room) => [`${room}/**/*${ending}.ts`, `${room}/**/*${ending}.tsx`]), { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('tests/architecture/planted/'))
    .filter((path) => wanted.length === 0 || wanted.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`)))
    .sort();
}

/** By where a test lies and what it asks for: a browser, the whole server, or a database of its own. */
export function kindOf(path: string): Kind {
  if (path.startsWith('tests/architecture/')) return 'architecture';
  if (path.startsWith('tests/journeys/')) return 'journeys';
  const text = readFileSync(join(root, path), 'utf8');
  // A test that opens or weighs pages needs the built web, wherever it lies.
  if (/from 'playwright-core'|from '[^']*\/(browser|opened-page)\.ts'|QINGCAI_CHROMIUM|dist\/web/.test(text)) return 'journeys';
  if (/from '#app\//.test(text)) return 'http';
  return /embedded(-for-tests)?\.ts'/.test(text) ? 'database' : 'unit';
}
