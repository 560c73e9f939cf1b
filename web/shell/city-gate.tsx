import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect, type JSX } from 'react';
import { Loaded } from '#web/kit/loaded.tsx';
import { citiesQuery } from '#web/session.ts';
import { CityProvider, rememberCity } from './city.ts';
import { Failed, NotFound } from './error-pages.tsx';
import { PublicFrame } from './public-layout.tsx';

/** Everything below /{city}: the city must exist. */
export function CityGate(): JSX.Element {
  const { city: slug } = useParams({ strict: false }) as { city: string };
  const cities = useQuery(citiesQuery);
  const city = cities.data?.find((one) => one.slug === slug);
  useEffect(() => (city === undefined ? undefined : rememberCity(city.slug)), [city]);
  if (city !== undefined) {
    return (
      <CityProvider value={city}>
        <Outlet />
      </CityProvider>
    );
  }
  return (
    <PublicFrame>
      {cities.isError && cities.data === undefined ? (
        <Failed error={cities.error} />
      ) : (
        <Loaded query={cities} lines={6}>
          {() => <NotFound />}
        </Loaded>
      )}
    </PublicFrame>
  );
}
