import type { RefusalFacts } from '#kernel/result.ts';
import type { Reason } from '#modules/standards/rules.ts';
import type { Words } from '#platform/wording.ts';

const NAMED: Readonly<Record<string, string>> = { parameter: 'standards.parameter', outcome: 'standards.outcome' };

export type Speech = {
  /** A sentence in both languages, Chinese first, as the command prints it. */
  said(id: string, facts?: RefusalFacts): string;
  /** Why an outcome is what it is, in one language; a doubt of the reader by its own words. */
  reasonIn(language: 'zh-CN' | 'en', reason: Reason): string;
  inChinese(id: string): string;
};

/** How the command speaks from the catalogues it is given. */
export function speechOf(words: Words): Speech {
  return {
    said(id, facts = {}) {
      const both = words.both(id, facts);
      return both['zh-CN'] === both.en ? both.en : `${both['zh-CN']} / ${both.en}`;
    },
    reasonIn(language, reason) {
      const doubt = reason.code === 'reader-doubt' ? `laboratories.doubt.${reason.facts?.['doubt']}` : '';
      const id = [doubt, `standards.reason.${reason.code}`, `laboratories.finding.${reason.code}`].find((name) => words.has(name));
      if (id === undefined) return reason.code;
      const facts = Object.fromEntries(Object.entries(reason.facts ?? {}).map(([name, value]) => {
        const named = `${NAMED[name]}.${value}`;
        return [name, words.has(named) ? words.one(language, named) : value];
      }));
      return words.one(language, id, facts);
    },
    inChinese: (id) => words.one('zh-CN', id),
  };
}

/** Width on a terminal: a Chinese character takes two columns. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1), 0);

/** A plain table with aligned columns; a wide cell is cut with an ellipsis. */
export function tableText(rows: readonly (readonly string[])[], most: readonly number[]): string {
  const cut = (text: string, width: number): string => {
    if (widthOf(text) <= width) return text;
    let kept = '';
    for (const c of text) if (widthOf(kept + c) < width) kept += c;
      else break;
    return `${kept}…`;
  };
  const cells = rows.map((row) => row.map((text, i) => cut(text.replace(/\s+/g, ' '), most[i] ?? 40)));
  const widths = most.map((_, i) => Math.max(...cells.map((row) => widthOf(row[i] ?? ''))));
  return cells.map((row) => row.map((text, i) => text + ' '.repeat(Math.max(0, widths[i]! - widthOf(text)))).join('  ').trimEnd()).join('\n');
}
