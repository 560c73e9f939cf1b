import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { languageOf, newNonce, pageAt, pageHeaders, pageHtml, webPages, type PageList } from './page.ts';

const list: PageList = {
  entry: 'assets/main-1.js',
  frame: { js: ['assets/main-1.js', 'assets/frame-1.js'], css: ['assets/main-1.css'] },
  pages: [
    { pattern: '/$city', title: { 'zh-CN': '', en: '' }, js: ['assets/main-1.js', 'assets/home-1.js'], css: ['assets/main-1.css'] },
    { pattern: '/login', title: { 'zh-CN': '登录', en: 'Log in' }, js: ['assets/main-1.js', 'assets/login-1.js'], css: [] },
    { pattern: '/$city/standards/$kind', title: { 'zh-CN': '标准', en: 'Standard' }, js: ['assets/main-1.js'], css: [] },
  ],
};

test('a fixed word goes before a variable one, and an unknown address gets the frame', () => {
  assert.equal(pageAt(list, '/login')?.pattern, '/login');
  assert.equal(pageAt(list, '/huzhou')?.pattern, '/$city');
  assert.equal(pageAt(list, '/huzhou/standards/B11')?.pattern, '/$city/standards/$kind');
  assert.equal(pageAt(list, '/huzhou/standards'), undefined);
  assert.match(pageHtml({ list, nonce: 'n', lang: 'en', path: '/a/b/c/d' }), /main-1\.css/);
});

test('the page has its language, its title and its files, every script with the nonce, and nothing inline', () => {
  const html = pageHtml({ list, nonce: 'abc123', lang: 'zh-CN', path: '/login' });
  assert.match(html, /<html lang="zh-CN">/);
  assert.match(html, /<title>登录 · 青采<\/title>/);
  assert.match(html, /<link rel="modulepreload" href="\/assets\/login-1\.js" nonce="abc123">/);
  for (const [tag] of html.matchAll(/<script[^>]*>/g)) assert.match(tag, /nonce="abc123"/);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:|<script[^>]*>[^<]/);
});

test('the policy allows no inline, no foreign source, no policy of trusted types', () => {
  const headers = pageHeaders('abc123', 'http://localhost:3000');
  const policy = headers['Content-Security-Policy'] ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'nonce-abc123' 'strict-dynamic'; style-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  assert.match(policy, /require-trusted-types-for 'script'; trusted-types 'none'$/);
  assert.equal(headers['Strict-Transport-Security'], undefined);
  assert.match(pageHeaders('abc123', 'https://city.example')['Strict-Transport-Security'] ?? '', /max-age=63072000/);
});

test('no two pages have the same nonce', () => {
  const nonces = new Set(Array.from({ length: 1000 }, newNonce));
  assert.equal(nonces.size, 1000);
});

test('the language is that of the link, else of the cookie, else Chinese', () => {
  const url = (search: string): URL => new URL(`http://localhost/huzhou${search}`);
  assert.equal(languageOf(url(''), null), 'zh-CN');
  assert.equal(languageOf(url(''), 'a=b; qc-lang=en'), 'en');
  assert.equal(languageOf(url('?lang=zh-CN'), 'qc-lang=en'), 'zh-CN');
  assert.equal(languageOf(url('?lang=<script>'), null), 'zh-CN');
});

test('only files of the build are served, and nothing beside the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  mkdirSync(join(folder, 'web/assets'), { recursive: true });
  writeFileSync(join(folder, 'web/page.json'), JSON.stringify(list));
  writeFileSync(join(folder, 'web/assets/main-1.js'), 'export {}');
  writeFileSync(join(folder, 'secret.js'), 'no');
  const pages = webPages({ webFolder: join(folder, 'web'), publicOrigin: 'http://localhost' });
  const ask = (path: string, method = 'GET') => pages(new Request(`http://localhost${path}`, { method }));
  const asset = await ask('/assets/main-1.js');
  assert.equal(asset?.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.equal(asset?.headers.get('x-content-type-options'), 'nosniff');
  for (const path of ['/%2e%2e/secret.js', '/..%2fsecret.js', '/assets/%2e%2e/%2e%2e/secret.js', '/..\\secret.js']) assert.doesNotMatch(await ((await ask(path))?.text() ?? ''), /^no$/);
  assert.equal((await ask('/assets/gone.js'))?.status, 404);
  assert.equal((await ask('/page.json'))?.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal((await ask('/huzhou'))?.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(await ask('/huzhou', 'POST'), undefined);
});
