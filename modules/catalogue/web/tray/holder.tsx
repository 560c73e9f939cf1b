import { lazy, Suspense, type JSX } from 'react';
import { useTray } from './tray.ts';

const Bar = lazy(async () => ({ default: (await import('./bar.tsx')).TrayBar }));

/** The tray at the foot of the window, loaded when something lies on it. */
export function Tray({ city }: { city: string }): JSX.Element | null {
  return useTray(city).list.length === 0 ? null : (
    <Suspense>
      <Bar city={city} />
    </Suspense>
  );
}
