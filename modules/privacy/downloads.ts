import { Readable } from 'node:stream';
import { isId } from '#kernel/ids.ts';
import { writtenInstant } from '#kernel/date.ts';
import type { ByteCall, ByteRoute } from '#platform/module.ts';
import type { Part } from '#platform/personal/gather.ts';
import { contentDisposition } from '#platform/files/index.ts';
import { refusalBody } from '#platform/http/errors.ts';
import { foot, head, section } from './readable.ts';
import { exportsOf, partOf } from './store/exports.ts';

type Form = 'json' | 'html';
const TYPES: Readonly<Record<Form, string>> = { json: 'application/json', html: 'text/html; charset=utf-8' };

/** A finished copy, as a file for a machine or for a person. It goes out piece by piece, so that nothing large stands in memory. */
async function send(call: ByteCall): Promise<Response> {
  const { request, params, url, wired } = call;
  const actor = request.actor!;
  const id = params['export'] ?? '';
  const form = (['json', 'html'] as const).find((one) => one === params['form']);
  const caller = { actor, cityId: null, requestId: request.requestId };
  const copy = isId(id) && form !== undefined ? await wired.read(caller, async ({ tx, now }) => (await exportsOf(tx, actor.personId, now)).find((one) => one.id === id && one.state === 'ready')) : undefined;
  if (copy === undefined || form === undefined) return new Response(refusalBody('not-found', 404, wired.words), { status: 404, headers: { 'content-type': 'application/json' } });
  const lang = url.searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
  const made = copy.readyAt!;
  const opening = form === 'json' ? `{"format":"qingcai-personal-data-1","person":${JSON.stringify({ id: actor.personId, name: actor.personName })},"made":${JSON.stringify(made.toISOString())},"parts":[` : head(wired.words, lang, { name: actor.personName, made });
  const closing = form === 'json' ? '\n]}\n' : foot(wired.words, lang);
  const utf8 = new TextEncoder();
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    yield utf8.encode(opening);
    for (let partNo = 0; ; partNo++) {
      const body = await wired.read(caller, ({ tx }) => partOf(tx, id, partNo));
      if (body === undefined) break;
      yield utf8.encode(form === 'json' ? `${partNo === 0 ? '' : ','}\n${body}` : section(JSON.parse(body) as Part, wired.dataMap, wired.words, lang));
    }
    yield utf8.encode(closing);
  };
  return new Response(Readable.toWeb(Readable.from(pieces(), { objectMode: false })) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: { 'content-type': TYPES[form], 'content-disposition': contentDisposition(`qingcai-${writtenInstant(made).slice(0, 10)}.${form}`), 'cache-control': 'private, no-store' },
  });
}

export const downloads: readonly ByteRoute[] = [
  { name: 'exportFile', method: 'GET', path: '/privacy/exports/:export/:form', rule: { who: 'signed-in' }, tag: 'privacy', summary: '下载个人信息副本 · Download the copy of one’s data (json or html)', handle: send },
];
