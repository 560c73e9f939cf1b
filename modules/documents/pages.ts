import type { Refusal } from '#kernel/result.ts';
import type { ByteCall, ByteRoute } from '#platform/module.ts';
import { Count, EvidencePages } from './contract/pages.ts';
import { UPLOAD_LIMIT_BYTES } from './domain/evidence-kinds.ts';
import { evidenceFileFor } from './files.ts';
import { evidenceFiles } from './policy.ts';
import { refused, SHOWING_REFUSALS } from './refused.ts';

/** Pixels: fits beside a record at twice the density of a plain screen. */
const WIDTH = 1200;

/** What the pool could not draw, in the words of a refusal. A full pool says nothing of the file. */
function undrawable(words: ByteCall['wired']['words'], refusal: Refusal<string>): Response {
  if (['busy', 'closed', 'not-started'].includes(refusal.code)) return refused(words, 'page-later');
  const why = refusal.code === 'failed' ? refusal.facts?.['failed'] : undefined;
  if (why === 'no-such-page') return refused(words, 'not-found', 'page');
  return refused(words, why === 'encrypted-pdf' ? 'file-encrypted' : 'file-unreadable', 'file');
}

async function countPages(call: ByteCall): Promise<Response> {
  const { wired } = call;
  const file = await evidenceFileFor(call);
  if (file === undefined) return refused(wired.words, 'not-found', 'evidence');
  if (file.kind !== 'pdf') return Response.json({ pages: 1 } satisfies EvidencePages);
  const bytes = await bytesOf(call, file.sha256);
  const counted = await wired.confined('documents.drawing').run('pageCount', bytes, {}, Count);
  return counted.ok ? Response.json({ pages: counted.value } satisfies EvidencePages) : undrawable(wired.words, counted.refusal);
}

async function drawPage(call: ByteCall): Promise<Response> {
  const { wired, params } = call;
  const file = await evidenceFileFor(call);
  const page = /^[1-9]\d{0,3}$/.test(params['page'] ?? '') ? Number(params['page']) : undefined;
  if (file === undefined || page === undefined || (file.kind !== 'pdf' && page > 1)) return refused(wired.words, 'not-found', file === undefined ? 'evidence' : 'page');
  const bytes = await bytesOf(call, file.sha256);
  const pool = wired.confined('documents.drawing');
  const drawn = file.kind === 'pdf' ? await pool.bytes('drawPage', bytes, { page, width: WIDTH }) : await pool.bytes('drawPicture', bytes, { width: WIDTH });
  if (!drawn.ok) return undrawable(wired.words, drawn.refusal);
  return new Response(new Uint8Array(drawn.value), { headers: { 'Content-Type': 'image/png', 'Content-Length': String(drawn.value.byteLength) } });
}

async function bytesOf({ wired }: ByteCall, sha256: string): Promise<Uint8Array> {
  const bytes = await wired.files.read(sha256, UPLOAD_LIMIT_BYTES);
  if (bytes === undefined) throw new Error(`the stored file ${sha256} is gone`);
  return bytes;
}

export const pageRoutes: readonly ByteRoute[] = [
  { name: 'evidencePages', method: 'GET', path: '/:city/documents/evidence/:evidence/pages', rule: evidenceFiles, tag: 'documents', summary: '证明材料的页数 · How many pages the file of evidence has', gives: 'json', schema: EvidencePages, refusals: SHOWING_REFUSALS, handle: countPages },
  { name: 'evidencePage', method: 'GET', path: '/:city/documents/evidence/:evidence/pages/:page', rule: evidenceFiles, tag: 'documents', summary: '证明材料一页的图像 · The picture of a page of evidence', gives: 'picture', refusals: SHOWING_REFUSALS, handle: drawPage },
];
