import { decimalOf } from '#kernel/decimal.ts';
import type { Decimal } from '#kernel/decimal.ts';
import { allowed, point, standing } from './interval.ts';
import type { Interval, Kind, Parameters } from './model.ts';

/** What a key of a limit by parameter stands for: a word (`board`), a number with its mark (`C30`, `9.5`, `3mm`) or a range (`6-12`, `>=7.5`, `2.5<v<=6.0`). */
type Key = { readonly range: Interval; readonly mark: string } | { readonly word: string };

/** The keys a product's declared parameter selects. One: it decides. Several: the declaration is too coarse. None: the standard has no limit for it. */
export function selectedKeys(keys: readonly string[], declared: string, others: Parameters): readonly string[] {
  const wanted = folded(declared);
  const exact = keys.filter((key) => folded(key) === wanted);
  if (exact.length > 0) return exact;
  const ranged = keys.filter((key) => numberFits(wanted, key));
  // A plain value beside a range: `M5` is M5, and not `>M5`; equality above has already taken it.
  if (ranged.length > 0) return ranged;
  return byParts(keys, wanted, others);
}

/** `I-PY` selects `I` (coarser key); `I` selects `I-PY` and `I-G` until another parameter (base: PY) narrows it. */
function byParts(keys: readonly string[], wanted: string, others: Parameters): readonly string[] {
  const parts = wanted.split('-');
  const startsWith = (long: readonly string[], short: readonly string[]): boolean => short.length < long.length && short.every((part, at) => long[at] === part);
  const coarser = keys.filter((key) => startsWith(parts, folded(key).split('-')));
  if (coarser.length > 0) return coarser;
  const finer = keys.filter((key) => startsWith(folded(key).split('-'), parts));
  const declared = new Set(Object.values(others).map(folded));
  const narrowed = finer.filter((key) => folded(key).split('-').slice(parts.length).every((part) => declared.has(part)));
  if (narrowed.length > 0) return narrowed;
  // A declaration coarser than the only key (`PVC` where the standard knows PVC-U) does not say that it is that one.
  return finer.length > 1 ? finer : [];
}

/** Half width, upper case, no blanks, Ⅱ as II, without a closing 类, 型 or 级. */
export const folded = (text: string): string =>
  text.normalize('NFKC').trim().toUpperCase().replace(/\s+/g, '').replace(/[–—−‐]/g, '-').replace(/[≤≦⩽]/g, '<=').replace(/[≥≧⩾]/g, '>=').replace(/^(.+)[类型级]$/, '$1');

const NUMBER = '(-?\\d+(?:\\.\\d+)?)';
const MARKED = new RegExp(`^([A-Z]*)${NUMBER}([A-Z0-9/²]*)$`);

function keyOf(key: string): Key {
  const text = folded(key);
  const between = new RegExp(`^${NUMBER}-${NUMBER}$`).exec(text);
  if (between !== null) return ranged('', decimalOf(between[1] ?? ''), false, decimalOf(between[2] ?? ''), false) ?? { word: text };
  const double = new RegExp(`^${NUMBER}(<=?)[A-Z](<=?)${NUMBER}$`).exec(text);
  if (double !== null) return ranged('', decimalOf(double[1] ?? ''), double[2] === '<', decimalOf(double[4] ?? ''), double[3] === '<') ?? { word: text };
  const single = new RegExp(`^(?:[A-Z](?=[<>]))?(<=?|>=?)([A-Z]*)${NUMBER}$`).exec(text);
  if (single !== null) {
    const set = allowed(single[1] === '<' ? 'lt' : single[1] === '<=' ? 'le' : single[1] === '>' ? 'gt' : 'ge', single[3] ?? '');
    return set === undefined ? { word: text } : { range: set, mark: single[2] ?? '' };
  }
  const marked = MARKED.exec(text);
  const value = decimalOf(marked?.[2] ?? '');
  return value === undefined ? { word: text } : { range: point(value), mark: marked?.[1] ?? '' };
}

const ranged = (mark: string, low: Decimal | undefined, lowOpen: boolean, high: Decimal | undefined, highOpen: boolean): Key | undefined =>
  low === undefined || high === undefined ? undefined : { mark, range: { low, lowOpen, high, highOpen } };

/** `4.0 mm` against `3mm`, `4mm`, `5mm`; `10` against `6-12`; `A5` against `A5.0`; `M10` against `>M5`. The mark before the number must agree where one is declared. */
function numberFits(wanted: string, key: string): boolean {
  const read = MARKED.exec(wanted);
  const value = decimalOf(read?.[2] ?? '');
  const one = keyOf(key);
  if (read === null || value === undefined || 'word' in one || ![one.mark, ''].includes(read[1] ?? '')) return false;
  const [unit, keyUnit] = [read[3] ?? '', MARKED.exec(folded(key))?.[3] ?? ''];
  return (unit === '' || keyUnit === '' || unit === keyUnit) && standing(point(value), one.range) === 'inside';
}

/** The class of `grades` the product declares; a declaration may name several at once, one for each vocabulary (`II A`, `S II E A`). */
export function declaredGrade(grades: readonly string[], declared: string | undefined): string | undefined {
  if (declared === undefined) return undefined;
  const whole = grades.find((grade) => folded(grade) === folded(declared));
  if (whole !== undefined) return whole;
  const tokens = declared.normalize('NFKC').split(/[\s,;/+、，；]+/).map(folded);
  const named = grades.filter((grade) => tokens.includes(folded(grade)));
  return named.length === 1 ? named[0] : undefined;
}

/** One thing a product of the kind must declare before all its limits are known. */
export type ParameterNeed = { readonly name: string; readonly choices: readonly string[]; readonly indicators: readonly string[] };

/** What the form of a product asks for its kind: each parameter with the keys its limits have, the classes under `grade`. */
export function parametersOf(kind: Kind): readonly ParameterNeed[] {
  const needs = new Map<string, { choices: Set<string>; indicators: string[] }>();
  for (const { code, limit } of kind.indicators) {
    if (limit.form !== 'by-parameter' && limit.form !== 'by-grade') continue;
    const name = limit.form === 'by-parameter' ? limit.param : 'grade';
    const need = needs.get(name) ?? { choices: new Set<string>(), indicators: [] };
    for (const choice of limit.form === 'by-parameter' ? Object.keys(limit.values) : limit.grades.map((one) => one.grade)) need.choices.add(choice);
    need.indicators.push(code);
    needs.set(name, need);
  }
  return [...needs].map(([name, { choices, indicators }]) => ({ name, choices: [...choices], indicators }));
}
