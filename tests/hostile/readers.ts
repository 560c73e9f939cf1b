import assert from 'node:assert/strict';
import type { Confined } from '#platform/module.ts';
import { corpus, type Hostile } from './corpus.ts';
import { onePage } from './pdfs.ts';

/** A reader that sees strangers' bytes: its pool, its function, and how an honest file ends there. `quick`: tried at each change, the others before a release. */
export type Reader = { readonly pool: string; readonly fn: string; readonly args: Record<string, number>; readonly answers: 'json' | 'bytes'; readonly honest: string; readonly quick: boolean };

export const readers: readonly Reader[] = [
  { pool: 'laboratories.reading', fn: 'readReport', args: {}, answers: 'json', honest: 'no-text-layer', quick: true },
  { pool: 'laboratories.drawing', fn: 'renderPage', args: { page: 1, scale: 2 }, answers: 'bytes', honest: 'read', quick: false },
  { pool: 'documents.drawing', fn: 'pageCount', args: {}, answers: 'json', honest: 'read', quick: false },
  { pool: 'documents.drawing', fn: 'drawPage', args: { page: 1, width: 1200 }, answers: 'bytes', honest: 'read', quick: true },
  { pool: 'documents.drawing', fn: 'drawPicture', args: { width: 1200 }, answers: 'bytes', honest: 'read', quick: true },
];

/** The files that a reader is made for, whether or not the door would have let them in. */
export const meantFor = ({ fn }: Reader): readonly Hostile[] => corpus.filter(({ name, type }) => (fn === 'drawPicture' ? type.startsWith('image/') : name === 'report.pdf'));

const anyShape = { safeParse: (value: unknown) => ({ success: true as const, data: value }) };
const honestPicture = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
/** What the process of the server itself may grow by meanwhile: the files it hands over, not what they unpack to. */
const GROWTH = 600 * 1024 * 1024;

/** Gives every file to the reader, one after the other; each must end in an answer or a refusal, and after all of them an honest one is read. */
export async function endsOf(pool: Confined, { fn, args, answers, honest }: Reader, files: readonly Hostile[]): Promise<ReadonlyMap<string, number>> {
  const read = async (content: Uint8Array): Promise<string> => {
    const result = answers === 'json' ? await pool.run(fn, content, args, anyShape) : await pool.bytes(fn, content, args);
    return result.ok ? 'read' : result.refusal.code === 'failed' ? String(result.refusal.facts?.['failed']) : result.refusal.code;
  };
  const before = process.memoryUsage().rss;
  const ends = new Map<string, number>();
  for (const file of files) {
    const end = await read(file.content());
    // Not started, busy or closed would mean that nothing was tried; forbidden that something nearly got out.
    assert.ok(!['not-started', 'busy', 'closed', 'forbidden'].includes(end), `${file.what}: ${end}`);
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  assert.ok(files.length > 0);
  assert.equal(await read(fn === 'drawPicture' ? honestPicture : onePage()), honest, 'the next honest file');
  assert.ok(process.memoryUsage().rss - before < GROWTH, 'the server itself holds none of what they unpack to');
  return ends;
}
