import { lazy } from 'react';

/** What this module's pages lend to those of higher modules. What is large or rarely looked at is loaded when it is drawn. */
export { ValueBullet } from './drawn/value-bullet.tsx';
export { OutcomeMark, stateOf } from './drawn/outcome-mark.tsx';
export { valueText } from './drawn/figures.ts';
/** Reasons in words: `<Suspense><Reasons reasons={…} /></Suspense>`. */
export const Reasons = lazy(async () => ({ default: (await import('./reasons/list.tsx')).ReasonList }));
/** A report beside what the platform read from it, value by value. */
export const ReportReader = lazy(async () => ({ default: (await import('./reader/reader.tsx')).ReportReader }));
