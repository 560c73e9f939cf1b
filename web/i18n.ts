import { setupI18n, type Messages } from '@lingui/core';
import { useSyncExternalStore } from 'react';

export const LANGS = ['zh-CN', 'en'] as const;
export type Lang = (typeof LANGS)[number];
/** What every `wording.ts` exports: both languages, the same ids. The build compiles the texts (scripts/web-build/compiled-wording.ts). */
export type Wording = Readonly<Record<Lang, Readonly<Record<string, string>>>>;
/** A few words that travel with data instead of by id: the title of a page, the name of a city. */
export type InBoth = Readonly<Record<Lang, string>>;
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (id: string, values?: Values) => string;

const KEY = 'qc-lang';
const isLang = (text: string | null | undefined): text is Lang => LANGS.some((lang) => lang === text);

/** `?lang=` of a shared link first, then what this reader chose before, then what the server wrote into the page. */
function firstLang(): Lang {
  const asked = new URLSearchParams(location.search).get('lang');
  const chosen = asked ?? read() ?? document.documentElement.lang;
  return isLang(chosen) ? chosen : 'zh-CN';
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY) ?? /(?:^|; )qc-lang=([\w-]+)/.exec(document.cookie)?.[1] ?? null;
  } catch {
    return null; // storage switched off: the choice lasts as long as the page
  }
}

const i18n = setupI18n({ locale: 'zh-CN', messages: { 'zh-CN': {}, en: {} }, missing: (_, id) => id });
let state: { lang: Lang; t: Translate } = { lang: 'zh-CN', t: (id, values) => i18n._(id, values ?? {}) };
const listeners = new Set<() => void>();

/** A new `t` each time, so that everything drawn from it is drawn again. */
function changed(lang: Lang): void {
  state = { lang, t: (id, values) => i18n._(id, values ?? {}) };
  for (const listener of listeners) listener();
}

let announced = false;
/** Called where a page imports its wording; safe to call again. Pages loading together cause one redraw. */
export function loadWording(wording: Wording): void {
  for (const lang of LANGS) i18n.load(lang, wording[lang] as Messages);
  if (announced) return;
  announced = true;
  queueMicrotask(() => {
    announced = false;
    changed(state.lang);
  });
}

export function startLang(): void {
  setLang(firstLang(), false);
}

/** Page, scroll position and typed text stay: only words change. */
export function setLang(lang: Lang, chosen = true): void {
  i18n.activate(lang);
  document.documentElement.lang = lang;
  if (chosen) remember(lang);
  changed(lang);
}

function remember(lang: Lang): void {
  try {
    localStorage.setItem(KEY, lang);
  } catch {
    // storage switched off
  }
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${KEY}=${lang}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  const here = new URL(location.href);
  if (!here.searchParams.has('lang')) return;
  here.searchParams.set('lang', lang);
  history.replaceState(history.state, '', here);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** `t(id, values)` in the reader's language; the component is drawn again when the language changes. */
export function useText(): { t: Translate; lang: Lang; both: (text: InBoth) => string } {
  const { t, lang } = useSyncExternalStore(subscribe, () => state);
  return { t, lang, both: (text) => text[lang] };
}

/** For words needed outside a component (an error made into a sentence). */
export const textNow = (): { t: Translate; lang: Lang } => state;
/** True where a wording with this id is loaded: refusals fall back to a general sentence. */
export const hasWording = (id: string): boolean => Object.hasOwn(i18n.messages, id);
