import { readFile as bytesOf, stat } from 'node:fs/promises';
import { legalDayAt } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { compareVerb, type FileRefusal } from '#modules/laboratories/compare.ts';
import { readConfined } from '#modules/laboratories/read-confined.ts';
import { silent } from '#platform/log.ts';
import { makeWords } from '#platform/wording.ts';
import { openConfined } from '../confined.ts';
import { modules } from '../modules.ts';

/** `compare REPORT --kind CODE`: no server and no database; the file is parsed only in a confined process. */
export async function compare(argv: readonly string[]): Promise<number> {
  const confined = openConfined(modules, silent, 1);
  try {
    return await compareVerb([...argv], {
      out: (text) => void process.stdout.write(`${text}\n`),
      err: (text) => void process.stderr.write(`${text}\n`),
      today: legalDayAt(new Date()),
      words: makeWords(modules.flatMap(({ wording }) => wording ?? [])),
      readFile,
      read: (bytes) => readConfined(confined.of('laboratories.reading'), bytes),
    });
  } finally {
    await confined.close();
  }
}

/** A file is read whole into memory, so a larger one than the platform takes is not begun. */
const LARGEST = 20_000_000;
const WHY: Readonly<Record<string, FileRefusal>> = { ENOENT: 'absent', ENOTDIR: 'absent', EISDIR: 'folder', EACCES: 'forbidden', EPERM: 'forbidden' };

async function readFile(path: string): Promise<Result<Uint8Array, FileRefusal>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return refuse('folder');
    if (!found.isFile()) return refuse('broken');
    return found.size > LARGEST ? refuse('large') : ok(await bytesOf(path));
  } catch (fault) {
    return refuse(WHY[(fault as NodeJS.ErrnoException).code ?? ''] ?? 'broken');
  }
}
