import { isId } from '#kernel/ids.ts';
import { pagePicture } from '#modules/laboratories/index.ts';
import { refusalBody } from '#platform/http/errors.ts';
import type { ByteRoute } from '#platform/module.ts';
import { reportOfListing } from './reading.ts';

/** Pixels per PDF point: crisp on a screen, and A4 stays under two million pixels. */
const SCALE = 2;

export const byteRoutes: readonly ByteRoute[] = [
  {
    name: 'pagePicture', method: 'GET', path: '/:city/catalogue/:listing/reports/:report/pages/:page', rule: { who: 'anyone' }, tag: 'catalogue',
    summary: '检测报告页面图像 · The picture of a page of a report', gives: 'picture',
    async handle({ city, request, params, wired }) {
      const page = Number(params['page']);
      const ids = [params['listing'] ?? '', params['report'] ?? ''] as const;
      const found = ids.every(isId) && Number.isInteger(page) && page >= 1 && page <= 80
        ? await wired.read({ actor: request.actor, cityId: city!.id, requestId: request.requestId }, ({ tx }) => reportOfListing(tx, city!.id, request.actor, ids[0], ids[1]))
        : undefined;
      const picture = found === undefined ? undefined : await pagePicture(wired, { id: ids[1], sha256: found.evidence.sha256 }, page, SCALE);
      if (picture === undefined) return new Response(refusalBody('not-found', 404, wired.words), { status: 404, headers: { 'Content-Type': 'application/json' } });
      return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=600' } });
    },
  },
];
