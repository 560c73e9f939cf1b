/**
 * Stands in for rc-util's dynamicCSS (see scripts/web-build/adopted-styles.ts): the same three functions on constructed style
 * sheets. Everything antd writes goes into the cascade layer `antd`, below the kit, whatever order pages load in.
 */
type Option = { priority?: number };
type Placed = { sheet: CSSStyleSheet; priority: number };
/** What cssinjs does with the <style> it expects: marks it. The marks mean nothing here. */
type Handle = { setAttribute: (name: string, value: string) => void };

const placed = new Map<string, Placed>();
let unnamed = 0;

export function updateCSS(css: string, key: string, option: Option = {}): Handle {
  const text = `@layer antd{${css}}`;
  const known = placed.get(key);
  if (known) known.sheet.replaceSync(text);
  else place(key, text, option.priority ?? 0);
  return { setAttribute: () => undefined };
}

export function injectCSS(css: string, option: Option = {}): Handle {
  unnamed += 1;
  return updateCSS(css, `unnamed-${unnamed}`, option);
}

export function removeCSS(key: string): void {
  const known = placed.get(key);
  if (known === undefined) return;
  placed.delete(key);
  const at = document.adoptedStyleSheets.indexOf(known.sheet);
  if (at >= 0) document.adoptedStyleSheets.splice(at, 1);
}

/** At once, not later: antd measures scroll bars right after it has written their style. */
function place(key: string, text: string, priority: number): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const later = [...placed.values()].filter((p) => p.priority > priority).map((p) => document.adoptedStyleSheets.indexOf(p.sheet));
  placed.set(key, { sheet, priority });
  document.adoptedStyleSheets.splice(later.length === 0 ? document.adoptedStyleSheets.length : Math.min(...later), 0, sheet);
}

export const clearContainerCache = (): void => undefined;
export const getShadowRoot = (): null => null;
export const warningOnce = (valid: boolean, message: string): void => {
  if (!valid) console.warn(message);
};
