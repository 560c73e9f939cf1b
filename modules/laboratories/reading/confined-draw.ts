import type { Json } from '#kernel/canonical.ts';
import type { Result } from '#kernel/result.ts';
import { renderPage as render } from './render-page.ts';

/** What the confined pool `laboratories.drawing` runs: the picture of a page. The drawing library is a native addon, so it has a pool of its own. */
export function renderPage(bytes: Uint8Array, args: Json): Promise<Result<Uint8Array>> {
  const { page, scale } = args as { page: number; scale: number };
  return render(bytes, page, scale);
}
