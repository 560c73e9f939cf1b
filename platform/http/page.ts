import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { fenceHeaders } from './fence.ts';

/* The page every non-API address answers with, and the files it asks for. The browser draws it; the server only says which files. */

export type PageLanguage = 'zh-CN' | 'en';
export type PageFiles = { readonly pattern: string; readonly title: Readonly<Record<PageLanguage, string>>; readonly js: readonly string[]; readonly css: readonly string[] };
/** dist/web/page.json, written by scripts/build-web.ts; `frame` is what an unknown address needs to say so. */
export type PageList = { readonly entry: string; readonly frame: { readonly js: readonly string[]; readonly css: readonly string[] }; readonly pages: readonly PageFiles[] };

/** Fresh for each answer: 128 bits that nobody can foresee. */
export const newNonce = (): string => randomBytes(16).toString('base64url');

/**
 * Headers of a page. Scripts run only with this answer's nonce and what they import; styles come only from our files (antd's
 * go through constructed sheets); no string becomes HTML or code (trusted types, with no policy allowed). ASVS 3.4.1–3.4.8.
 */
export function pageHeaders(nonce: string, publicOrigin: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    ...fenceHeaders(publicOrigin),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    Vary: 'Cookie',
  };
}

/** The HTML of one address: language, title, and the files of exactly that page, so that they are under way before any script runs. */
export function pageHtml({ list, nonce, lang, path }: { list: PageList; nonce: string; lang: PageLanguage; path: string }): string {
  const page = pageAt(list, path);
  const files = page ?? { ...list.frame, title: { 'zh-CN': '', en: '' } };
  const name = lang === 'en' ? 'Qingcai' : '青采';
  const title = [files.title[lang], name].filter((part) => part !== '').join(' · ');
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta property="csp-nonce" nonce="${nonce}">`,
    `<title>${escaped(title)}</title>`,
    '<link rel="icon" href="/mark.svg" type="image/svg+xml">',
    ...files.css.map((file) => `<link rel="stylesheet" href="/${escaped(file)}">`),
    ...files.js.filter((file) => file !== list.entry).map((file) => `<link rel="modulepreload" href="/${escaped(file)}" nonce="${nonce}">`),
    `<script type="module" src="/${escaped(list.entry)}" nonce="${nonce}"></script>`,
  ];
  return `<!doctype html>\n<html lang="${lang}">\n<head>\n${head.join('\n')}\n</head>\n<body>\n<div id="root"></div>\n<noscript>${escaped(NO_SCRIPT[lang])}</noscript>\n</body>\n</html>\n`;
}

const NO_SCRIPT: Readonly<Record<PageLanguage, string>> = {
  'zh-CN': '本网站需要启用 JavaScript。公开数据也可以从 /api/openapi.json 说明的接口直接读取。',
  en: 'This site needs JavaScript. Public data can also be read from the interface described at /api/openapi.json.',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** The declared page an address belongs to; a fixed word in a pattern goes before a variable one. */
export function pageAt(list: PageList, path: string): PageFiles | undefined {
  const steps = path.split('/').filter((step) => step !== '');
  const fits = list.pages.filter((page) => {
    const wanted = page.pattern.split('/').filter((step) => step !== '');
    return wanted.length === steps.length && wanted.every((step, index) => step.startsWith('$') || step === steps[index]);
  });
  const variables = (page: PageFiles): number => page.pattern.split('/').filter((step) => step.startsWith('$')).length;
  return fits.sort((a, b) => variables(a) - variables(b))[0];
}

/** The reader's language: the link's, else the cookie's, else Chinese. */
export function languageOf(url: URL, cookie: string | null): PageLanguage {
  const asked = url.searchParams.get('lang') ?? /(?:^|;\s*)qc-lang=([\w-]+)/.exec(cookie ?? '')?.[1];
  return asked === 'en' ? 'en' : 'zh-CN';
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.wasm': 'application/wasm', '.woff2': 'font/woff2' };

/**
 * Answers every GET outside /api from a built web folder: a file of the build where the address names one, else the page.
 * Undefined for other methods. Throws at the first call where the folder holds no build.
 */
export function webPages({ webFolder, publicOrigin }: { webFolder: string; publicOrigin: string }): (request: Request) => Promise<Response | undefined> {
  let list: Promise<PageList> | undefined;
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const url = new URL(request.url);
    const file = await builtFile(webFolder, url.pathname, publicOrigin);
    if (file !== undefined) {
      if (request.method === 'HEAD') await file.body?.cancel();
      return file;
    }
    if (url.pathname.startsWith('/assets/')) return new Response('', { status: 404, headers: fenceHeaders(publicOrigin) });
    list ??= readFile(join(webFolder, 'page.json'), 'utf8').then((text) => JSON.parse(text) as PageList);
    const nonce = newNonce();
    const pages = await list;
    const html = pageHtml({ list: pages, nonce, lang: languageOf(url, request.headers.get('cookie')), path: url.pathname });
    return new Response(request.method === 'HEAD' ? null : html, { status: pageAt(pages, url.pathname) === undefined ? 404 : 200, headers: pageHeaders(nonce, publicOrigin) });
  };
}

async function builtFile(webFolder: string, pathname: string, publicOrigin: string): Promise<Response | undefined> {
  const type = TYPES[extname(pathname)];
  if (type === undefined || pathname.includes('\0') || pathname.includes('..')) return undefined;
  const file = normalize(join(webFolder, pathname));
  if (!file.startsWith(normalize(webFolder) + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
    headers: {
      ...fenceHeaders(publicOrigin),
      'Content-Type': type,
      'Content-Length': String(found.size),
      // A name with the hash of its content never changes what it means.
      'Cache-Control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      // A script that runs as a worker stands under the policy of its own file; a picture opened by itself under this one too.
      'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  });
}
