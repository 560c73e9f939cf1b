import { ok, refuse, type Result } from '#kernel/result.ts';
import { type Content, type FileKind, type FileRefusal, holdsWord } from '#platform/files/index.ts';
import type { Confined } from '#platform/module.ts';
import { Count } from './contract/pages.ts';

/**
 * Refuses a PDF that opens only with a password, while whoever sends it is still there. Many reports are encrypted under the empty
 * password, only so that they cannot be edited; they open for everybody and are taken. Which of the two it is, only a reader finds
 * out: it runs confined, and only for files that name a cipher at all. A reader that is busy or fails refuses nothing; what it could
 * not say is said when the file is looked at.
 */
export const refuseLocked = (confined: () => Confined) => async (kind: FileKind, content: Content): Promise<Result<void, FileRefusal>> => {
  if (kind !== 'pdf' || !(await holdsWord(content, '/Encrypt'))) return ok(undefined);
  const counted = await confined().run('pageCount', await content.read(0, content.bytes), {}, Count);
  return !counted.ok && counted.refusal.code === 'failed' && counted.refusal.facts?.['failed'] === 'encrypted-pdf' ? refuse('file-encrypted') : ok(undefined);
};
