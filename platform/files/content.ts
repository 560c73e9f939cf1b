/** A file whose bytes can be looked at anywhere, without holding them all. */
export type Content = { readonly bytes: number; read(at: number, length: number): Promise<Uint8Array> };

export const contentOf = (all: Uint8Array): Content => ({
  bytes: all.length,
  read: async (at, length) => all.subarray(at, at + length),
});

const step = 64 * 1024;

/** The content from `from` to `to`, piece by piece, each with its place. */
export async function* pieces(content: Content, from = 0, to = content.bytes): AsyncGenerator<{ at: number; bytes: Uint8Array }> {
  for (let at = from; at < to; at += step) yield { at, bytes: await content.read(at, Math.min(step, to - at)) };
}

/** Marks of another kind of file, looked for where none of it may stand. Lower-case; compared without case. */
const markup = ['<html', '<!doctype', '<script', '<svg', '<iframe', '<body', '<?php'];
const foreign = ['%pdf-', 'pk\u0003\u0004', 'pk\u0005\u0006', ...markup];

const latin1 = new TextDecoder('latin1');
const lower = (bytes: Uint8Array): string => latin1.decode(bytes).toLowerCase();

export const holdsMarkup = (bytes: Uint8Array): boolean => {
  const text = lower(bytes);
  return markup.some((mark) => text.includes(mark));
};

/** Whether these letters stand anywhere in the content. */
export async function holdsWord(content: Content, word: string): Promise<boolean> {
  for (let at = 0; at < content.bytes; at += step - word.length) {
    if (latin1.decode(await content.read(at, Math.min(step, content.bytes - at))).includes(word)) return true;
  }
  return false;
}

/** Whether anything of another kind begins in this stretch. Pieces overlap by the longest mark. */
export async function holdsForeign(content: Content, from: number, to: number): Promise<boolean> {
  for (let at = from; at < to; at += step - 16) {
    const text = lower(await content.read(at, Math.min(step, to - at)));
    if (foreign.some((mark) => text.includes(mark))) return true;
  }
  return false;
}
