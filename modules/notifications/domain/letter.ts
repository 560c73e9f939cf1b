import type { RefusalFacts } from '#kernel/result.ts';

/** What a message says, before it has its form. */
export type Spoken = {
  readonly language: 'zh-CN' | 'en';
  readonly subject: string;
  readonly greeting: string;
  /** Paragraphs; a list stands between them. */
  readonly paragraphs: readonly string[];
  readonly items?: readonly { readonly text: string; readonly href: string | null }[];
  /** The one thing to do, as an address below the platform's own origin. */
  readonly link: { readonly label: string; readonly href: string } | null;
  /** A code to type, shown large. */
  readonly code?: string;
  /** Why this was sent, and where to change it. */
  readonly foot: readonly string[];
};

/**
 * A fact as it may stand in a message: without control and direction characters, and with every address of the web broken, since a mail
 * program would make a link of what a stranger wrote (an organisation's name, a reason).
 */
export function harmless(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll('://', ': //').replaceAll(/\bwww\./gi, 'www .').trim();
}

export const harmlessFacts = (facts: RefusalFacts): RefusalFacts => Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? harmless(value) : value]));

const LONGEST_SUBJECT = 120;

/** One line, whatever was in it. */
export function subjectOf(mark: string, text: string): string {
  const line = `${mark}${text}`.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const signs = [...line];
  return signs.length <= LONGEST_SUBJECT ? line : `${signs.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}

/** An address of a page below the origin. @throws where it would lead anywhere else: a fault of ours. */
export function hrefOf(origin: string, path: string): string {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(path)) throw new Error('a message links to this platform alone');
  return `${origin}${path}`;
}

export function plainText(spoken: Spoken): string {
  const parts = [
    spoken.greeting,
    ...spoken.paragraphs,
    ...(spoken.items === undefined ? [] : [spoken.items.map((item) => `- ${item.text}${item.href === null ? '' : `\n  ${item.href}`}`).join('\n')]),
    ...(spoken.code === undefined ? [] : [`    ${grouped(spoken.code)}`]),
    ...(spoken.link === null ? [] : [`${spoken.link.label}\n${spoken.link.href}`]),
    `-- \n${spoken.foot.join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
const paragraph = (text: string, style = ''): string => `<p${style === '' ? '' : ` style="${style}"`}>${escaped(text).replaceAll('\n', '<br>')}</p>`;
const linked = (text: string, href: string, style = 'color:#12695a'): string => `<a href="${escaped(href)}" style="${style}">${escaped(text)}</a>`;

/** Simple HTML: text, one list, one link. Nothing is fetched when it is read: no picture, no font, no style from elsewhere. */
export function htmlText(spoken: Spoken): string {
  const body = [
    paragraph(spoken.greeting),
    ...spoken.paragraphs.map((text) => paragraph(text)),
    ...(spoken.items === undefined ? [] : [`<ul>${spoken.items.map((item) => `<li style="margin:6px 0">${item.href === null ? escaped(item.text) : linked(item.text, item.href)}</li>`).join('')}</ul>`]),
    ...(spoken.code === undefined ? [] : [paragraph(grouped(spoken.code), 'font-size:24px;letter-spacing:2px;font-variant-numeric:tabular-nums')]),
    ...(spoken.link === null ? [] : [`<p>${linked(spoken.link.label, spoken.link.href, 'display:inline-block;padding:8px 18px;border-radius:2px;background:#12695a;color:#ffffff;text-decoration:none')}</p>`, paragraph(spoken.link.href, 'font-size:12px;color:#5c6963;word-break:break-all')]),
    `<hr style="border:0;border-top:1px solid #dfe5e1;margin:24px 0 12px">`,
    ...spoken.foot.map((text) => paragraph(text, 'font-size:12px;color:#5c6963;margin:4px 0')),
  ];
  return `<!doctype html><html lang="${spoken.language}"><head><meta charset="utf-8"><title>${escaped(spoken.subject)}</title></head><body style="margin:0;padding:24px;background:#ffffff;color:#14201c;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:15px;line-height:1.7"><div style="max-width:600px">${body.join('')}</div></body></html>`;
}

const grouped = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
