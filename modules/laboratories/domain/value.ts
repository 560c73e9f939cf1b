import type { Decimal } from '#kernel/decimal.ts';
import { unitOf } from '#kernel/quantity.ts';
import type { Indicator, Interval, ReadingValue } from '#modules/standards/rules.ts';
import { tokensOf, type NumeralDoubt, type Token } from './numerals.ts';
import { halfWidth, saysNothing } from './plain.ts';

/**
 * `units-disagree`: two units in one cell. `several-values`: numbers without a sign that says how they belong together.
 * `words-beside-value`: words that are neither a condition nor harmless. `tolerance-as-result`: 1200 +15 -3 as a result.
 */
export type ValueDoubt = NumeralDoubt | 'units-disagree' | 'several-values' | 'words-beside-value' | 'tolerance-as-result';

export type ReadValue = {
  readonly value: ReadingValue;
  readonly doubts: readonly ValueDoubt[];
  /** Unit printed in the result cell; null where none is. */
  readonly unit: string | null;
  /** Words before or behind the value (75mm厚墙体, 100mm厚): part of the quantity, to be held against the indicator's own. */
  readonly conditions: readonly string[];
};

const exact = (value: Decimal): Interval => ({ low: value, lowOpen: false, high: value, highOpen: false });
const below = (high: Decimal, highOpen: boolean): Interval => ({ low: null, lowOpen: true, high, highOpen });
const above = (low: Decimal, lowOpen: boolean): Interval => ({ low, lowOpen, high: null, highOpen: true });

const NOT_DETECTED = /^(?:未检出|未测出|未检测出|检不出|n\.?d\.?(?![a-z])|not\s*detect(?:ed|able)|(?:低于|小于|<)?\s*(?:方法)?检[出测](?:下)?限|(?:<|below)\s*(?:lod|mdl|dl|detection\s*limit)|none detected)/i;
const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'boolean']);

/**
 * A printed result as a value, before any limit is known: the traps of the field's reports each end in the right form or in a doubt.
 * The indicator only says what kind of thing is expected (a grade, a text, a number); its limit plays no part.
 */
export function readValue(printed: string, indicator?: Pick<Indicator, 'valueType' | 'comparator' | 'aggregate'>): ReadValue {
  const text = halfWidth(printed).trim();
  const plain = (value: ReadingValue): ReadValue => ({ value, doubts: [], unit: null, conditions: [] });
  if (saysNothing(text)) return plain({ form: 'not-tested' });
  if (indicator && (indicator.comparator === 'gradeGe' || indicator.valueType === 'grade')) return plain({ form: 'grade', grade: text });
  if (indicator && (TEXT_TYPES.has(indicator.valueType) || indicator.comparator === 'match')) return plain({ form: 'text', text });
  if (indicator?.valueType === 'passAtCondition' && /[\u4e00-\u9fff]|pass|leak/i.test(text)) return plain({ form: 'text', text });
  if (NOT_DETECTED.test(text)) return notDetected(text.replace(NOT_DETECTED, ''));
  return numberOrText(text, indicator);
}

/** ND alone proves nothing; with its detection limit it proves that the value lies under it. */
function notDetected(rest: string): ReadValue {
  const limit = rest.replace(/[()]/g, ' ').replace(/检[出测](?:下)?限|定量限|方法|\b(?:lod|mdl|loq|dl|detection limit|limit)\b/gi, ' ').replace(/^[\s:=,;]+/, '').trim();
  if (limit === '') return { value: { form: 'not-detected' }, doubts: [], unit: null, conditions: [] };
  const { tokens, doubts } = tokensOf(limit.replace(/[:=]/g, ' '));
  const numbers = tokens.filter((t) => t.kind === 'number');
  const others = tokens.filter((t) => t.kind !== 'number' && t.kind !== 'unit' && t.kind !== 'comparator');
  const sign = tokens.find((t) => t.kind === 'comparator');
  const unit = tokens.find((t) => t.kind === 'unit')?.text ?? null;
  if (numbers.length !== 1 || others.length > 0 || sign?.sign === '>' || sign?.sign === '≥') return { value: { form: 'not-detected' }, doubts: [...doubts, 'words-beside-value'], unit, conditions: [] };
  return { value: { form: 'interval', interval: below(numbers[0]!.value, sign?.sign !== '≤') }, doubts, unit, conditions: [] };
}

/** Defects that the words deny (无裂纹, 不起泡) may stand beside a figure: the figure is where they were not seen. A bare approval adds nothing. */
const HARMLESS = /^(?:通过|合格|符合(?:标准|规定)?(?:要求)?)$|^(?:(?:均)?(?:无|未见|未出现|未发生|没有|不)(?:明显)?(?:裂纹|裂缝|开裂|断裂|破裂|起泡|剥落|粉化|渗漏|渗水|透水|脱落|变形|破坏|滴落|流淌|生锈|异常|露底)(?:现象)?[,，、;；。.\s]*)+$|^no\s+(?:cracks?|cracking|leakage|blistering|peeling)$|^k\s*=\s*2(?:\.0+)?$|^(?:扩展)?(?:不确定度)?\s*k\s*=\s*2$/i;

function numberOrText(text: string, indicator: Pick<Indicator, 'aggregate'> | undefined): ReadValue {
  const { tokens: all, doubts: told } = tokensOf(text);
  const doubts = new Set<ValueDoubt>(told);
  if (!all.some((t) => t.kind === 'number') && !all.some((t) => t.kind === 'group' && /\d/.test(t.text) && /~|\d\s*-\s*\d/.test(t.text))) return { value: { form: 'text', text }, doubts: [], unit: null, conditions: [] };
  const { core, conditions } = withoutConditions(all);
  const units = core.filter((t) => t.kind === 'unit').map((t) => t.text);
  if (new Set(units.map((u) => unitOf(u)?.symbol)).size > 1) doubts.add('units-disagree');
  const labelled = labelledValue(core, indicator);
  const value = labelled ?? shapeOf(core.filter((t) => t.kind !== 'unit'), doubts);
  const kept = conditions.filter((c) => !HARMLESS.test(c.trim()));
  const unit = units[0] ?? null;
  if (value === undefined) return { value: { form: 'text', text }, doubts: [...new Set<ValueDoubt>([...doubts, 'several-values'])], unit, conditions: kept };
  return { value, doubts: [...doubts], unit, conditions: kept };
}

/** Takes the words before the first and behind the last figure off; a figure inside the words before (75mm厚墙体 2.82) goes with them. */
function withoutConditions(tokens: readonly Token[]): { core: readonly Token[]; conditions: readonly string[] } {
  const conditions: string[] = [];
  let to = tokens.length;
  while (to > 0 && (tokens[to - 1]!.kind === 'word' || (tokens[to - 1]!.kind === 'group' && !isRangeGroup(tokens, to - 1)) || tokens[to - 1]!.kind === 'list')) {
    const token = tokens[--to]!;
    if (token.kind === 'group' && unitOf(token.text) !== undefined && tokens[to - 1]?.kind === 'number') {
      const rest = tokens.slice(0, to);
      return { ...withoutLeading([...rest, { kind: 'unit', text: token.text }]), conditions: [...withoutLeading(rest).conditions, ...conditions] };
    }
    if (token.kind !== 'list') conditions.unshift((token as { text: string }).text);
  }
  const leading = withoutLeading(tokens.slice(0, to));
  return { core: leading.core, conditions: [...leading.conditions, ...conditions] };
}

const isRangeGroup = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]!;
  return token.kind === 'group' && tokens[at - 1]?.kind !== 'word' && /^[-+]?[\d.]+\s*(?:~|～|–|—|-|至)\s*[-+]?[\d.]+$/.test(token.text.trim());
};

function withoutLeading(tokens: readonly Token[]): { core: readonly Token[]; conditions: readonly string[] } {
  const lastWord = tokens.findLastIndex((t) => t.kind === 'word' && !LABEL.test(label(t.text)));
  if (lastWord < 0) {
    const group = tokens[0]?.kind === 'group' && tokens.length > 1 ? tokens[0] : undefined;
    return group ? { core: tokens.slice(1), conditions: [(group as { text: string }).text] } : { core: tokens, conditions: [] };
  }
  const words = tokens.slice(0, lastWord + 1).map((t) => ('text' in t ? t.text : t.kind === 'number' ? t.value.toFixed() : t.kind === 'comparator' ? t.sign : ' ')).join('');
  return { core: tokens.slice(lastWord + 1).filter((t, i) => !(i === 0 && t.kind === 'list')), conditions: [words] };
}

const label = (text: string): string => text.replace(/[\s:=。.]+/g, '').toLowerCase();
const MEAN = /^(?:平均值?|均值|mean|average|avg)(?:value)?$/;
const SINGLE = /^(?:单个值|单值|单块值?|个别值|各值|single|individual)(?:values?)?$/;
const LOWEST = /^(?:(?:单[块个]?)?最小值?|min(?:imum)?)(?:value)?$/;
const SIDE = /^(?:纵向?|横向?|径向?|经向|纬向|正向?|反向?|md|td|cd|longitudinal|transverse|length|width)$/;
const LABEL = new RegExp([MEAN, SINGLE, LOWEST, SIDE].map((r) => r.source).join('|'));

/** 平均值 43 单个值 39~45; 纵向 702 横向 618: labels say how the figures belong together. */
function labelledValue(tokens: readonly Token[], indicator: Pick<Indicator, 'aggregate'> | undefined): ReadingValue | undefined {
  if (!tokens.some((t) => t.kind === 'word')) return undefined;
  const parts: { name: string; tokens: Token[] }[] = [];
  for (const token of tokens) {
    if (token.kind === 'word') parts.push({ name: label(token.text), tokens: [] });
    else if (parts.length === 0) parts.push({ name: '', tokens: [token] });
    else parts.at(-1)!.tokens.push(token);
  }
  const values = parts.map((part) => ({ name: part.name, value: shapeOf(trimmedList(part.tokens).filter((t) => t.kind !== 'unit'), new Set()) }));
  if (values.some((v) => v.value === undefined)) return undefined;
  const point = (pattern: RegExp): Decimal | undefined => {
    const found = values.find((v) => pattern.test(v.name))?.value;
    return found?.form === 'interval' && found.interval.low && found.interval.high?.eq(found.interval.low) ? found.interval.low : undefined;
  };
  if (values.every((v) => SIDE.test(v.name))) {
    const points = values.map((v) => (v.value?.form === 'interval' && v.value.interval.low?.eq(v.value.interval.high ?? NaN) ? v.value.interval.low : undefined));
    return points.every((p) => p !== undefined) ? { form: 'specimens', values: points } : undefined;
  }
  const mean = point(MEAN);
  if (values.length === 1 && mean !== undefined) return indicator === undefined || indicator.aggregate === 'mean' || indicator.aggregate === 'mean-of-3' || indicator.aggregate === 'reported' ? { form: 'interval', interval: exact(mean) } : undefined;
  if (values.length === 1 && LOWEST.test(values[0]!.name)) return indicator?.aggregate === 'min' ? values[0]!.value : undefined;
  if (values.length !== 2 || mean === undefined) return undefined;
  const single = values.find((v) => SINGLE.test(v.name))?.value;
  if (single?.form === 'range') return { form: 'range', low: single.low, high: single.high, mean };
  if (single?.form === 'specimens') return { form: 'range', low: lowest(single.values), high: highest(single.values), mean };
  const least = point(LOWEST);
  if (least !== undefined && indicator?.aggregate === 'mean') return { form: 'interval', interval: exact(mean) };
  return least !== undefined && indicator?.aggregate === 'min' ? { form: 'interval', interval: exact(least) } : undefined;
}

const lowest = (values: readonly Decimal[]): Decimal => values.reduce((a, b) => (a.lt(b) ? a : b));
const highest = (values: readonly Decimal[]): Decimal => values.reduce((a, b) => (a.gt(b) ? a : b));
const trimmedList = (tokens: readonly Token[]): readonly Token[] => tokens.filter((t, i) => !(t.kind === 'list' && (i === 0 || i === tokens.length - 1)));

/** The figure a row of bare numbers and signs makes; undefined where it makes none that is certain. */
function shapeOf(tokens: readonly Token[], doubts: Set<ValueDoubt>): ReadingValue | undefined {
  const trimmed = trimmedList(tokens);
  const flat = trimmed.flatMap((t) => (t.kind === 'group' ? tokensOf(t.text).tokens : [t]));
  const shape = flat.map((t) => ({ number: 'N', comparator: 'C', range: 'R', 'plus-minus': 'P', list: 'L', unit: '', group: 'G', word: 'W' })[t.kind]).join('');
  const n = flat.flatMap((t) => (t.kind === 'number' ? [t] : []));
  const sign = flat.find((t) => t.kind === 'comparator')?.sign;
  const at = (i: number): Decimal => n[i]!.value;
  switch (shape) {
    case 'N': return { form: 'interval', interval: exact(at(0)) };
    case 'CN': return { form: 'interval', interval: sign === '<' || sign === '≤' ? below(at(0), sign === '<') : above(at(0), sign === '>') };
    case 'NPN': return at(1).gte(0) ? { form: 'uncertain', value: at(0), plusMinus: at(1) } : undefined;
    case 'NRN': return at(0).lte(at(1)) ? { form: 'range', low: at(0), high: at(1), mean: null } : undefined;
    case 'CNRN': return sign === '<' ? { form: 'interval', interval: below(at(1), false) } : undefined;
    case 'NNRN':
    case 'NLNRN': return at(1).lte(at(2)) && at(0).gte(at(1)) && at(0).lte(at(2)) ? { form: 'range', low: at(1), high: at(2), mean: at(0) } : undefined;
    case 'NNN':
    case 'NLNLN':
      if (n[1]!.signed && n[2]!.signed && at(1).isPositive() !== at(2).isPositive() && !n[0]!.signed) {
        doubts.add('tolerance-as-result');
        return undefined;
      }
      break;
  }
  if (/^N(?:LN)+$/.test(shape)) return { form: 'specimens', values: n.map((t) => t.value) };
  if (/^CN(?:LCN)+$/.test(shape) && flat.every((t) => t.kind !== 'comparator' || t.sign === '<')) return { form: 'interval', interval: below(highest(n.map((t) => t.value)), true) };
  if (/^N{3,}$/.test(shape)) doubts.add('several-values');
  return /^N{3,}$/.test(shape) ? { form: 'specimens', values: n.map((t) => t.value) } : undefined;
}
