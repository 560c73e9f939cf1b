import { lazy } from 'react';

/** What this module's pages lend to those of higher modules. What is large or rarely looked at is loaded when it is drawn. */
export { ValueBullet } from './drawn/value-bullet.tsx';
export { OutcomeMark, stateOf } from './drawn/outcome-mark.tsx';
export { valueText } from './drawn/figures.ts';
/** Reasons in words: `<Suspense><Reasons reasons={…} /></Suspense>`. */
export const Reasons = lazy(() => import('./reasons/list.tsx'));
/** A report beside what the platform read from it, value by value. */
export const ReportReader = lazy(() => import('./reader/reader.tsx'));
