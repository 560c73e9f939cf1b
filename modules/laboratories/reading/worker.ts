/**
 * What the confined pool runs: bytes in, plain data out, no process handling of its own.
 * Pictures need the drawing library, a native addon: it is loaded only when a picture is asked for,
 * so that a worker that only reads can do without the right to load addons.
 */
import type { renderPage as Render } from './render-page.ts';

export { readReport } from './read-report.ts';

export const renderPage: typeof Render = async (bytes, page, scale) => (await import('./render-page.ts')).renderPage(bytes, page, scale);
