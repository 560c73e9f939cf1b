import { dec, decimalOf, written } from '#kernel/decimal.ts';
import { isPoint, point, standing } from './interval.ts';
import type { Standing } from './interval.ts';
import type { Interval } from './model.ts';

/**
 * Ordered vocabularies of grades. A grade is an interval of ranks, because some print coarser than others:
 * `A` of GB 8624 is A1 or A2, so it satisfies a limit of A and leaves a limit of A1 undecided.
 */
type Vocabulary = { readonly name: string; readonly ranks: (text: string) => Interval | undefined };

const rank = (low: number, high = low): Interval => ({ low: dec(low), lowOpen: false, high: dec(high), highOpen: false });

/** GB 8624-2012 Table 1: A (A1, A2) > B1 > B2 > B3, with the European class and its smoke, droplet and toxicity marks behind it. */
const FIRE: ReadonlyMap<string, Interval> = new Map([['A1', rank(4)], ['A2', rank(3)], ['A', rank(3, 4)], ['B1', rank(2)], ['B2', rank(1)], ['B3', rank(0)]]);
const FINER: ReadonlyMap<string, readonly string[]> = new Map([['A', ['A1', 'A2']], ['A1', ['A1']], ['A2', ['A2']], ['B1', ['B', 'C']], ['B2', ['D', 'E']], ['B3', ['F']]]);
function fire(text: string): Interval | undefined {
  const read = /^(?:不燃(?:性)?|难燃(?:性)?|可燃(?:性)?|GB8624)?(A1|A2|A|B1|B2|B3)(?:-S\d,D\d(?:,T\d)?)?(?:\((A1|A2|B|C|D|E|F)(?:-S\d(?:,D\d)?(?:,T\d)?)?\))?$/.exec(text);
  const [, grade = '', european] = read ?? [];
  if (read === null || (european !== undefined && !FINER.get(grade)?.includes(european))) return undefined;
  return grade === 'A' && european !== undefined ? FIRE.get(european) : FIRE.get(grade);
}

/** GB/T 39600-2021: ENF > E0 > E1. */
const FORMALDEHYDE: ReadonlyMap<string, Interval> = new Map([['ENF', rank(2)], ['E0', rank(1)], ['E1', rank(0)]]);

/** GB/T 20145-2006: risk group 0 (exempt, 无危险类) is the best. */
function risk(text: string): Interval | undefined {
  if (/^(?:无危险(?:类)?|豁免(?:类)?|无危害|EXEMPT(?:GROUP)?)(?:\(RG0\))?$/.test(text)) return rank(0);
  const read = /^(?:RG|RISKGROUP)?([0-3])$/.exec(text);
  return read === null ? undefined : rank(-Number(read[1]));
}

/** 合格品 < 一等品 < 优等品. */
export const QUALITY_ORDER: readonly string[] = ['合格品', '一等品', '优等品'];
const quality = (text: string): Interval | undefined => {
  const at = QUALITY_ORDER.indexOf(text);
  return at < 0 ? undefined : rank(at);
};

/** P8, 8级, `>P12`: the number is the grade, a higher one is better. */
function numbered(letter: string): (text: string) => Interval | undefined {
  return (text) => {
    const read = /^([<>]=?)?([A-Z]?)(\d{1,3}(?:\.\d)?)$/.exec(text);
    if (read === null || !['', letter].includes(read[2] ?? '')) return undefined;
    const value = decimalOf(read[3] ?? '');
    if (value === undefined) return undefined;
    switch (read[1]) {
      case '>': return { low: value, lowOpen: true, high: null, highOpen: true };
      case '>=': return { low: value, lowOpen: false, high: null, highOpen: true };
      case '<': return { low: null, lowOpen: true, high: value, highOpen: true };
      case '<=': return { low: null, lowOpen: true, high: value, highOpen: false };
      default: return point(value);
    }
  };
}

const VOCABULARIES: readonly Vocabulary[] = [
  { name: 'fire', ranks: fire },
  { name: 'formaldehyde', ranks: (text) => FORMALDEHYDE.get(text) },
  { name: 'quality', ranks: quality },
];

/** The vocabulary comes from the limit and the unit of the standard, never from the report: `B1` means nothing under a limit of E1. */
function vocabularyOf(limit: string, unit: string): Vocabulary | undefined {
  if (unit === 'risk group') return { name: 'risk', ranks: risk };
  if (unit === 'P-grade') return { name: 'watertightness', ranks: numbered('P') };
  const fixed = VOCABULARIES.find((vocabulary) => vocabulary.ranks(foldedGrade(limit)) !== undefined);
  return fixed ?? (numbered('')(foldedGrade(limit)) === undefined ? undefined : { name: 'numbered', ranks: numbered('') });
}

/** `A 级`, `Class A2`, `Ａ（A2-s1，d0）`, `Ⅱ级` in one way of writing. Words that deny (未达到B1级) are left standing, so the grade is not read out of them. */
export function foldedGrade(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase().replace(/[–—−‐]/g, '-').replace(/[，、]/g, ',').replace(/≥/g, '>=').replace(/≤/g, '<=')
    .replace(/^(?:CLASS|GRADE|LEVEL|等级|级别)[:]?/, '').replace(/(?:级|等级|CLASS)(?=$|\()/, '');
}

/** Where a printed grade stands against a limit of at least that grade; undefined where the print is no grade of the limit's vocabulary. */
export function gradeStanding(printed: string, limit: string, unit: string): Standing | undefined {
  const vocabulary = vocabularyOf(limit, unit);
  const required = vocabulary?.ranks(foldedGrade(limit));
  const shown = vocabulary?.ranks(foldedGrade(printed));
  if (!required || !shown || required.low === null) return undefined;
  return standing(shown, { low: required.low, lowOpen: false, high: null, highOpen: true });
}

/** The number of a numbered grade (`3级`, `Class 5`) for limits that compare it as a number (≤ 3 级). */
export const gradeNumber = (printed: string): Interval | undefined => numbered('')(foldedGrade(printed));

/** A grade the reader took for a number: `8` under P8, `>=3` under 3. */
export function gradeTextOf(interval: Interval): string | undefined {
  if (isPoint(interval) && interval.low !== null) return written(interval.low);
  if (interval.low !== null && interval.high === null) return `${interval.lowOpen ? '>' : '>='}${written(interval.low)}`;
  if (interval.high !== null && interval.low === null) return `${interval.highOpen ? '<' : '<='}${written(interval.high)}`;
  return undefined;
}

