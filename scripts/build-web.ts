import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';
import { declaredPages, type BuiltPage } from './web-build/pages.ts';

/* Builds the browser's half into dist/web: hashed files, page.json (what the server puts into the head of each page) and budget.json (what each page weighs). */

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist/web');

export type Weight = BuiltPage & { readonly js: number; readonly css: number; readonly antd: boolean; readonly zod: boolean };
export type PageFiles = { readonly pattern: string; readonly title: BuiltPage['title']; readonly js: readonly string[]; readonly css: readonly string[] };
/** `frame` is what an unknown address needs. */
export type PageList = { readonly entry: string; readonly frame: { readonly js: readonly string[]; readonly css: readonly string[] }; readonly pages: readonly PageFiles[] };

type Chunk = { fileName: string; moduleIds: string[]; type: 'chunk' };

const pages = await declaredPages(root);
const result = await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
const inside = new Map(outputs.filter((one) => one.type === 'chunk').map((one) => [one.fileName, (one as unknown as Chunk).moduleIds]));
const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8')) as Manifest;

/** The entry or page with everything it imports statically; a page of the workbench stands inside its layout. */
function closure(sources: readonly string[]): { js: string[]; css: string[] } {
  const js = new Set<string>();
  const css = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`no chunk for ${key}`);
    if (js.has(chunk.file)) return;
    js.add(chunk.file);
    for (const file of chunk.css ?? []) css.add(file);
    for (const next of chunk.imports ?? []) walk(next);
  };
  for (const source of sources) walk(source);
  return { js: [...js], css: [...css] };
}

const sizes = new Map<string, number>();
const gzip = (file: string): number => {
  const known = sizes.get(file) ?? gzipSync(readFileSync(join(out, file)), { level: constants.Z_BEST_COMPRESSION }).length;
  sizes.set(file, known);
  return known;
};
const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzip(file), 0);
const holds = (files: readonly string[], name: RegExp): boolean => files.some((file) => (inside.get(file) ?? []).some((id) => name.test(id)));

const ENTRY = 'web/main.tsx';
const LAYOUT = 'web/shell/work/layout.tsx';
const weighed = pages.map((page) => {
  const files = closure([ENTRY, ...(page.place === 'work' ? [LAYOUT] : []), page.source]);
  const weight: Weight = { ...page, js: total(files.js), css: total(files.css), antd: holds(files.js, /node_modules[\\/](antd|@rc-component|@ant-design)[\\/]/), zod: holds(files.js, /node_modules[\\/]zod[\\/]/) };
  return { files, weight };
});

const list: PageList = { entry: manifest[ENTRY]?.file ?? '', frame: closure([ENTRY]), pages: weighed.map(({ files, weight }) => ({ pattern: weight.pattern, title: weight.title, js: files.js, css: files.css })) };
writeFileSync(join(out, 'page.json'), `${JSON.stringify(list)}\n`);
writeFileSync(join(out, 'budget.json'), `${JSON.stringify(weighed.map(({ weight }) => weight), null, 1)}\n`);

for (const { weight } of weighed) console.log(`${weight.pattern.padEnd(36)} ${kB(weight.js)} js ${kB(weight.css)} css${weight.antd ? ' antd' : ''}`);
function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
}
