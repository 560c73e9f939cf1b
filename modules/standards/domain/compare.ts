import { decimalOf, written } from '#kernel/decimal.ts';
import { convert, unitOf, unitOfSymbol } from '#kernel/quantity.ts';
import { gradeNumber, gradeStanding, gradeTextOf } from './grades.ts';
import { allowed, standing, worst } from './interval.ts';
import type { Standing } from './interval.ts';
import { limitText } from './limit-text.ts';
import { reason } from './reasons.ts';
import { wordingStanding } from './wording-match.ts';
import type { Measured } from './measured.ts';
import type { Indicator, Interval, LimitValue, Reading, Reason } from './model.ts';

/** How a reading stands to one limit; null where it cannot be compared, with the doubt that says why. */
export type Comparison = { readonly standing: Standing | null; readonly reasons: readonly Reason[] };

const doubt = (one: Reason): Comparison => ({ standing: null, reasons: [one] });

/** The words of a grade or text reading; null for numbers. */
const wordsOf = (reading: Reading): string | null =>
  reading.value.form === 'grade' ? reading.value.grade : reading.value.form === 'text' ? reading.value.text : null;

/** Holds what was measured against one limit. */
export function compare(indicator: Indicator, reading: Reading, measured: Measured, limit: LimitValue): Comparison {
  const words = wordsOf(reading);
  switch (indicator.comparator) {
    case 'present': return doubt(reason('validity-unknown'));
    case 'match': return typeof limit === 'string' && words !== null ? byWording(words, limit) : doubt(reason('wording-unmatched'));
    case 'gradeGe': return byGrade(indicator, words ?? gradeOfNumber(measured), limit);
    default: return byNumber(indicator, words, reading, measured, limit);
  }
}

function byWording(words: string, required: string): Comparison {
  const found = wordingStanding(words, required);
  return found === 'across' ? doubt(reason('wording-unmatched', { printed: words, limit: required })) : told(found, reason('wording-contrary', { printed: words, limit: required }));
}

const gradeOfNumber = (measured: Measured): string | null => {
  const [only, ...others] = measured.values;
  return only !== undefined && others.length === 0 ? gradeTextOf(only) ?? null : null;
};

function byGrade(indicator: Indicator, words: string | null, limit: LimitValue): Comparison {
  const found = words === null || typeof limit !== 'string' ? undefined : gradeStanding(words, limit, indicator.unit);
  if (words === null || found === undefined) return doubt(reason('grade-unknown', { printed: words ?? '' }));
  return told(found, reason('grade-too-low', { value: words, limit: limitText('gradeGe', limit) }), words, limitText('gradeGe', limit));
}

function byNumber(indicator: Indicator, words: string | null, reading: Reading, measured: Measured, limit: LimitValue): Comparison {
  const set = allowed(indicator.comparator, limit);
  if (set === undefined) return doubt(reason('limit-unreadable'));
  const text = limitText(indicator.comparator, limit);
  // The cell may hold the condition and what was seen at it (0.3MPa 30min 透水): the figure alone is not the result.
  const seen = words ?? (/[\u4e00-\u9fff]/.test(reading.printed) || /[a-z]{3}/i.test(withoutConditions(reading.printed)) ? reading.printed : null);
  if (indicator.valueType === 'passAtCondition' && seen !== null) return atCondition(indicator, seen, measured, set, text);
  if (words !== null) {
    const grade = indicator.valueType === 'grade' ? gradeNumber(words) : undefined;
    if (grade !== undefined) return told(standing(grade, set), reason('beyond-limit', { value: words, limit: text }), words, text);
    return doubt(reason(indicator.valueType === 'grade' ? 'grade-unknown' : 'verdict-without-value', { printed: words }));
  }
  if (measured.values.length === 0) return { standing: null, reasons: [] };
  const shown = measured.text ?? '';
  const found = told(worst(measured.values.map((value) => standing(value, set))), reason('beyond-limit', { value: shown, limit: text }), shown, text);
  const flagged = measured.spread !== null && standing(measured.spread, set) === 'across' ? [reason('uncertainty-straddles', { limit: text })] : [];
  return { ...found, reasons: [...found.reasons, ...flagged] };
}

/** The cause that goes with a standing: none inside, the given one outside, the straddling interval between. */
const told = (found: Standing, contrary: Reason, value = '', limit = ''): Comparison =>
  ({ standing: found, reasons: found === 'inside' ? [] : found === 'outside' ? [contrary] : [reason('interval-straddles', { value, limit })] });

/** A number with a unit of letters behind it, as conditions are printed: `0.3MPa`, `30 min`. */
const CONDITION = /(\d+(?:\.\d+)?)\s*([A-Za-z]+(?:\/[A-Za-z]+[²2]?)?)/g;

/**
 * 不透水 at 0.3 MPa: held at the limit or above passes; held at a lower condition proves nothing about the limit;
 * not held at the limit or below fails. Without a printed condition a person must find it.
 */
function atCondition(indicator: Indicator, words: string, measured: Measured, set: Interval, limit: string): Comparison {
  const found = new Set(conditionsIn(words, indicator.unit));
  const [only] = found.size > 0 ? found : measured.values.length === 1 ? measured.values.flatMap((value) => value.low === null ? [] : [written(value.low)]) : [];
  const value = found.size > 1 || only === undefined ? undefined : decimalOf(only);
  const held = wordingStanding(withoutConditions(words).replace(/\d+(?:\.\d+)?/g, ''), '不透水');
  if (held === 'across') return doubt(reason('wording-unmatched', { printed: words, limit }));
  if (value === undefined || set.low === null) return doubt(reason('condition-unknown', { limit }));
  const read = reason('condition-read', { value: written(value), unit: indicator.unit });
  const decided = held === 'inside' ? (value.gte(set.low) ? 'inside' : 'across') : (value.lte(set.low) ? 'outside' : 'across');
  const comparison = told(decided, reason('wording-contrary', { printed: words, limit }), written(value), limit);
  return { ...comparison, reasons: [read, ...comparison.reasons] };
}

const withoutConditions = (text: string): string => text.normalize('NFKC').replace(CONDITION, '');

/** The conditions of a text that are of the indicator's quantity, in its unit. */
function conditionsIn(text: string, unit: string): readonly string[] {
  const to = unitOfSymbol(unit);
  return [...text.normalize('NFKC').matchAll(CONDITION)].flatMap(([, number = '', printed = '']) => {
    const [value, from] = [decimalOf(number), unitOf(printed)];
    const converted = value && from && to ? convert(value, from, to) : undefined;
    return converted === undefined ? [] : [written(converted)];
  });
}
