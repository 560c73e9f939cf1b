import { GROUNDS, type DataMap } from '#kernel/data-map.ts';
import type { Json } from '#kernel/canonical.ts';
import { writtenInstant } from '#kernel/date.ts';
import type { Part } from '#platform/personal/gather.ts';
import type { Words } from '#platform/wording.ts';

type Lang = 'zh-CN' | 'en';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A value as a person reads it. What is withheld is told as held. */
function written(value: Json, words: Words, lang: Lang): string {
  if (value === null) return '—';
  if (Array.isArray(value)) return value.map((one) => written(one, words, lang)).join('、');
  if (typeof value === 'object') return (value as { withheld?: Json })['withheld'] === true ? words.one(lang, 'privacy.copy.withheld') : JSON.stringify(value);
  return String(value);
}

const STYLE = 'body{font:15px/1.7 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1f2b27;max-width:60em;margin:2em auto;padding:0 1em}h1{font-size:26px}h2{font-size:17px;border-bottom:1px solid #1f2b27;margin-top:2em}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #dfe5e1;padding:6px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{font-weight:400;color:#5c6963;width:16em}small{color:#5c6963}@page{size:A4;margin:16mm}';

/** The head of the readable copy: what it is, whose, when, by which right. */
export function head(words: Words, lang: Lang, facts: { name: string; made: Date }): string {
  const title = words.one(lang, 'privacy.copy.title');
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>\n<h1>${escaped(title)}</h1>\n<p>${escaped(words.one(lang, 'privacy.copy.head', { name: facts.name, made: writtenInstant(facts.made) }))}</p>\n`;
}

/** One piece of the copy as a section: each value under what it is, with the ground on which it is kept. */
export function section(part: Part, map: DataMap, words: Words, lang: Lang): string {
  const declared = map[part.table as `${string}.${string}`];
  const rows = part.rows.flatMap(({ columns }) => Object.entries(columns)).map(([name, value]) => {
    const column = declared === undefined || declared === 'plain' ? undefined : declared.mapped[name];
    const label = column === undefined ? name : column.is[lang === 'en' ? 1 : 0];
    const why = column === undefined ? '' : `<br><small>${escaped(`${words.one(lang, `privacy.keep.${column.keep}`)} · ${GROUNDS[column.ground]}`)}</small>`;
    return `<tr><th scope="row">${escaped(label)}${why}</th><td>${escaped(written(value, words, lang))}</td></tr>`;
  });
  return rows.length === 0 ? '' : `<h2>${escaped(words.one(lang, `privacy.module.${part.table.split('.')[0]!}`))}</h2>\n<table>${rows.join('\n')}</table>\n`;
}

export const foot = (words: Words, lang: Lang): string => `<p><small>${escaped(words.one(lang, 'privacy.copy.foot'))}</small></p>\n</body></html>\n`;
