import type { AskedSignature } from '../../contract/asked.ts';
import { dataText, statementText } from '../../domain/statement.ts';
import type { KeyCopy } from '../../domain/key-copy.ts';
import type { Json } from '#kernel/canonical.ts';
import { openCopy } from '../keyring/copy.ts';
import { hashOf, signText } from '../keyring/suites.ts';

/** As it comes over the wire: the data may be anything that the module's own page can draw. */
export type Asked = Omit<AskedSignature, 'data'> & { readonly data: Readonly<Record<string, unknown>> };
export type Matter = { readonly purpose: string; readonly subject: string };

/**
 * What you see is what you sign: true where the statement speaks of this matter, of the very data that the page draws and of the very
 * bytes of the PDF, hashed here and not by the server.
 */
export async function isWhatItSays(asked: Asked, matter: Matter, key: string, pdf: Uint8Array<ArrayBuffer> | null): Promise<boolean> {
  const { statement } = asked;
  if (statement.purpose !== matter.purpose || statement.subject !== matter.subject || statement.key !== key || statement.request !== asked.request) return false;
  if ((statement.pdf === null) !== (pdf === null)) return false;
  const [data, paper] = await Promise.all([hashOf(statement.suite, dataText(asked.data as Json)), pdf === null ? null : hashOf(statement.suite, pdf)]);
  return data === statement.data && paper === statement.pdf;
}

/** The signature over the statement; undefined where the passphrase is not the key's. The private key is open only within this call. */
export async function signAsked(asked: Asked, copy: KeyCopy, passphrase: string): Promise<{ request: string; signature: string } | undefined> {
  const pair = await openCopy(copy, passphrase);
  return pair === undefined ? undefined : { request: asked.request, signature: await signText(pair, statementText(asked.statement)) };
}
