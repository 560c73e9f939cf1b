import { fileName } from './file-name.ts';
import { type FileKind, mediaType } from './file-kind.ts';

/**
 * The headers under which a stored file leaves us. It is always an attachment of the kind that we found
 * (never the one declared), not to be guessed at, opened inside a page, or drawn in by another origin;
 * should a browser show it nevertheless, it may run nothing (ASVS 5.0 V3.2, V5.4).
 * The hash goes along (RFC 9530), so that the receiver can check what arrived.
 */
export function downloadHeaders(file: { name: string; kind: FileKind; bytes: number; sha256: string }): Record<string, string> {
  return {
    'content-type': mediaType(file.kind),
    'content-length': String(file.bytes),
    'content-disposition': contentDisposition(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
  };
}

/** RFC 6266: an ASCII name for old readers, and the real one by RFC 8187. */
export function contentDisposition(raw: string): string {
  const name = fileName(raw);
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  // encodeURIComponent leaves ' ( ) * alone, which are not attr-char of RFC 8187.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
