import { createContext, use } from 'react';
import type { City } from '#web/session.ts';

const CityContext = createContext<City | null>(null);
export const CityProvider = CityContext;

/** The city in the path; null on pages that no city owns. */
export const useCity = (): City | null => use(CityContext);

const KEY = 'qc-city';

/** The city whose pages this window showed last: whoever serves every city comes back to it after login. */
export function rememberCity(slug: string): void {
  try {
    sessionStorage.setItem(KEY, slug);
  } catch {
    // storage switched off: then the reader chooses
  }
}
export function rememberedCity(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
