/** Longest name kept, in UTF-16 units. */
export const longestFileName = 200;

/**
 * Characters that change what a person sees, or what a file system takes a name for:
 * controls (C0, DEL, C1), zero-width and directional marks (a right-to-left override shows
 * `gpj.exe` as `exe.jpg`), line and paragraph separators, noncharacters, lone surrogates.
 */
const invisible = /[\p{Cc}\p{Cs}\p{Cn}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const forbiddenByFileSystems = /[<>:"|?*]/g;
const deviceNames = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i;

/**
 * The name under which a file is shown and offered again: no path, no invisible or steering characters,
 * NFC, 200 characters at most with the extension kept. Cleaning twice changes nothing more.
 * The name never becomes a path of ours; files are stored under their hash.
 */
export function fileName(raw: string): string {
  const visible = raw.replace(/[\t\r\n]/g, ' ').replace(invisible, '').normalize('NFC');
  const last = visible.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? '';
  let name = last.replace(forbiddenByFileSystems, '_').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  name = name.replace(deviceNames, '_$1');
  return shorten(name) || 'unnamed';
}

function shorten(name: string): string {
  if (name.length <= longestFileName) return name;
  const extension = /\.[^. ]{1,10}$/u.exec(name)?.[0] ?? '';
  let stem = '';
  // By grapheme, so that no character is cut in two.
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(name.slice(0, name.length - extension.length))) {
    if (stem.length + segment.length + extension.length > longestFileName) break;
    stem += segment;
  }
  return stem.replace(/[. ]+$/, '') + extension;
}
