/** The kinds of file that may enter. `ofd` (GB/T 33190) and `xml` (electronic invoices) are let in only where a caller names them. */
export type FileKind = 'pdf' | 'png' | 'jpeg' | 'xlsx' | 'csv' | 'ofd' | 'xml';

/** What a person may hand in as evidence unless the caller says otherwise. */
export const usualKinds: readonly FileKind[] = ['pdf', 'png', 'jpeg', 'xlsx', 'csv'];

type KindFacts = {
  readonly extensions: readonly string[];
  /** The media type we send. */
  readonly type: string;
  /** Media types that browsers and offices are known to declare for it besides `type`. */
  readonly alsoDeclared: readonly string[];
};

const kinds: Readonly<Record<FileKind, KindFacts>> = {
  pdf: { extensions: ['pdf'], type: 'application/pdf', alsoDeclared: ['application/x-pdf'] },
  png: { extensions: ['png'], type: 'image/png', alsoDeclared: [] },
  jpeg: { extensions: ['jpg', 'jpeg'], type: 'image/jpeg', alsoDeclared: ['image/jpg', 'image/pjpeg'] },
  xlsx: {
    extensions: ['xlsx'],
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    alsoDeclared: ['application/zip', 'application/x-zip-compressed'],
  },
  // A Windows browser on a machine with an office suite declares a CSV as that suite's own type.
  csv: { extensions: ['csv'], type: 'text/csv', alsoDeclared: ['text/plain', 'application/csv', 'application/vnd.ms-excel'] },
  ofd: { extensions: ['ofd'], type: 'application/ofd', alsoDeclared: ['application/zip', 'application/x-zip-compressed'] },
  xml: { extensions: ['xml'], type: 'application/xml', alsoDeclared: ['text/xml'] },
};

export const mediaType = (kind: FileKind): string => kinds[kind].type;

/** The kind that a file name claims by its last extension, whatever the case; undefined where none of ours. */
export function kindByName(name: string): FileKind | undefined {
  const extension = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return (Object.keys(kinds) as FileKind[]).find((kind) => kinds[kind].extensions.includes(extension));
}

/** Whether the declared media type can be this kind. `application/octet-stream` and none say nothing, so they are not held against the file. */
export function mayBeDeclared(kind: FileKind, declared: string | undefined): boolean {
  const type = declared?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type === 'application/octet-stream') return true;
  return kinds[kind].type === type || kinds[kind].alsoDeclared.includes(type);
}

/** ZIP containers share one beginning; which container it is shows only in its directory, at the end. */
export type Beginning = Exclude<FileKind, 'xlsx' | 'ofd'> | 'zip' | undefined;

const signatures: readonly { readonly begins: Beginning; readonly bytes: readonly number[] }[] = [
  { begins: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] }, // %PDF-
  { begins: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { begins: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { begins: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
];

/** How many first bytes `kindByBeginning` wants to see. */
export const beginningBytes = 1024;

/**
 * The kind that the first bytes show. The signature must stand at byte 0: readers that look for it
 * further on are what makes a file pass for two kinds at once.
 */
export function kindByBeginning(head: Uint8Array): Beginning {
  for (const { begins, bytes } of signatures) {
    if (bytes.every((byte, at) => head[at] === byte)) return begins;
  }
  if (head.some((byte) => isForbiddenInText(byte))) return undefined;
  const text = new TextDecoder('latin1').decode(head).replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<\?xml[\s]/i.test(text)) return 'xml';
  return text.startsWith('<') ? undefined : 'csv';
}

/** Control bytes that no table of text holds: everything below a space but tab and line ends, and DEL. */
export const isForbiddenInText = (byte: number): boolean =>
  (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;
