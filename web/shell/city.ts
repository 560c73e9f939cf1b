import { createContext, use } from 'react';
import type { City } from '#web/session.ts';

const CityContext = createContext<City | null>(null);
export const CityProvider = CityContext;

/** The city in the path; null on pages that no city owns. */
export const useCity = (): City | null => use(CityContext);
