import { decimalOf, type Decimal } from '#kernel/decimal.ts';
import { unitOf } from '#kernel/quantity.ts';
import { halfWidth } from './plain.ts';

/** The pieces a printed result is made of. */
export type Token =
  | { readonly kind: 'number'; readonly value: Decimal; readonly signed: boolean }
  | { readonly kind: 'comparator'; readonly sign: '<' | '≤' | '>' | '≥' }
  | { readonly kind: 'range' | 'plus-minus' | 'list' }
  | { readonly kind: 'unit'; readonly text: string }
  | { readonly kind: 'group'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string };

export type Numeral = { readonly tokens: readonly Token[]; readonly doubts: readonly NumeralDoubt[] };

/**
 * `lost-superscript`: ×103 may be ×10³ with its raising lost. `decimal-comma`: 0,05 may be 0.05 or two values.
 * `thousands-or-list`: 350,400 may be one number or two. `double-dash`: -0--+0.07.
 */
export type NumeralDoubt = 'lost-superscript' | 'decimal-comma' | 'thousands-or-list' | 'double-dash';

const RAISED: Readonly<Record<string, string>> = { '⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9', '⁻': '-', '⁺': '+' };

/** Comparators in words, the longer before the shorter: 不大于 holds 大于. */
const WORDED: readonly (readonly [RegExp, string])[] = [
  [/不大于|不超过|不高于|不多于|小于(?:或)?等于|≦|⩽|<=|=<|at most|not more than|no more than|max\.?(?=\s*\d)/gi, '≤'],
  [/不小于|不低于|不少于|大于(?:或)?等于|≧|⩾|>=|=>|at least|not less than|no less than/gi, '≥'],
  [/大于|超过|高于|greater than|more than|above/gi, '>'],
  [/小于|低于|少于|less than|below/gi, '<'],
];

/** One way of writing: half width, one minus, `~` for every range sign, `×10^n`, comparators as signs. */
export function plainNumeral(printed: string): string {
  let text = halfWidth(printed).replace(/[−﹣‐‑]/g, '-').replace(/[～〜∼˜]/g, '~').replace(/…{1,2}/g, '~');
  text = text.replace(/([\d)])([⁰¹²³⁴-⁹⁻⁺]+)/g, (_, before: string, raised: string) => `${before}^${[...raised].map((c) => RAISED[c]).join('')}`);
  for (const [pattern, sign] of WORDED) text = text.replace(pattern, sign);
  text = text.replace(/(?<=[\d%℃])\s*[–—]+\s*(?=[-+\d])/g, '~').replace(/[–—]/g, '-');
  text = text.replace(/(?<=[\d%℃])\s*(?:至|到|\bto\b)\s*(?=[-+<>≤≥\d])/gi, '~');
  text = text.replace(/\+\s*\/\s*-|\+\/-/g, '±').replace(/(?<=\d)\s*[×xX*✕·]\s*(?=10)/g, '×');
  return text.trim();
}

const DIGITS = /^([+-]?)(\d+(?:,\d+)*(?:\.\d+)?|\.\d+)/;

/** Cuts a printed result into numbers, signs, units and words; what may be read in two ways is told as a doubt. */
export function tokensOf(printed: string): Numeral {
  let rest = plainNumeral(printed);
  const tokens: Token[] = [];
  const doubts = new Set<NumeralDoubt>();
  const last = (): Token | undefined => tokens.at(-1);
  const afterNumber = (): boolean => last()?.kind === 'number' || last()?.kind === 'unit';
  let spaced = true;
  /** Figures still to come of a list like 12,13,15 whose commas are known to separate. */
  let listed = 0;
  while (rest !== '') {
    const blank = /^\s+/.exec(rest);
    if (blank) {
      rest = rest.slice(blank[0].length);
      spaced = true;
      continue;
    }
    const taken = take();
    rest = rest.slice(taken);
    spaced = false;
  }
  return { tokens, doubts: [...doubts] };

  function take(): number {
    const c = rest[0]!;
    if ('<≤>≥'.includes(c)) return push({ kind: 'comparator', sign: c as '<' }, 1);
    if (c === '~') return push({ kind: 'range' }, /^~+/.exec(rest)![0].length);
    if (c === '±') return push({ kind: 'plus-minus' }, 1);
    if (c === '-' && afterNumber() && /^--?[-+]?\s*[\d.]/.test(rest)) {
      if (/^--/.test(rest) && last()?.kind === 'number') {
        doubts.add('double-dash');
        return push({ kind: 'range' }, /^--(?=[-+])/.test(rest) ? 2 : 1);
      }
      if (!spaced || /^-\s/.test(rest)) return push({ kind: 'range' }, 1);
    }
    const number = numberAt();
    if (number) return number;
    if (',，、;；'.includes(c) || (c === '/' && afterNumber())) return push({ kind: 'list' }, 1);
    if (c === '(') {
      const end = closing(rest);
      if (end > 0) return push({ kind: 'group', text: rest.slice(1, end).trim() }, end + 1);
    }
    const unit = last()?.kind === 'number' ? unitAt(rest) : undefined;
    if (unit) return push({ kind: 'unit', text: unit }, unit.length);
    const before = last();
    const word = /^(?:[A-Za-z]+|.)/u.exec(rest)![0];
    if (before?.kind === 'word') {
      tokens[tokens.length - 1] = { kind: 'word', text: before.text + (spaced ? ' ' : '') + word };
      return word.length;
    }
    return push({ kind: 'word', text: word }, word.length);
  }

  function push(token: Token, length: number): number {
    tokens.push(token);
    return length;
  }

  /** A number with its power of ten; `A2` and `X250` are names, not numbers, so a number does not begin inside a word. */
  function numberAt(): number | undefined {
    const before = last();
    if (before?.kind === 'word' && !spaced && /[A-Za-z]$/.test(before.text)) return undefined;
    const power = /^([+-]?)10\^([+-]?\d{1,2})(?!\d)/.exec(rest);
    if (power) return number(`${power[1]}1e${power[2]}`, power[0].length, power[1] !== '');
    const digits = DIGITS.exec(rest);
    if (!digits) return undefined;
    const [whole = '', sign = '', body = ''] = digits;
    const plain = withCommas(body, rest);
    if (plain === undefined) return undefined;
    const used = sign.length + plain.length;
    const after = rest.slice(used);
    const ten = /^×10(?:\^([+-]?\d{1,2})|([+-]?\d{1,2}))?(?![\d.])/.exec(after) ?? /^[eE]([+-]?\d{1,2})(?![\d.A-Za-z])/.exec(after);
    if (/^×/.test(after) && !ten) return undefined;
    if (ten) {
      if (ten[1] === undefined) doubts.add('lost-superscript');
      return number(`${sign}${plain.text}e${ten[1] ?? ten[2] ?? '1'}`, used + ten[0].length, sign !== '');
    }
    if (/^\^/.test(after) || whole === '') return undefined;
    return number(`${sign}${plain.text}`, used, sign !== '');
  }

  function number(text: string, length: number, signed: boolean): number | undefined {
    const value = decimalOf(text.replace(/\+(?=\d)/g, ''));
    return value === undefined ? undefined : push({ kind: 'number', value, signed }, length);
  }

  /** 1,200 is a thousand; 0,05 and 7, 5 may be decimals; 350,400 may be two values; 12,13,15 are three. */
  function withCommas(body: string, from: string): { text: string; length: number } | undefined {
    const first = /^\d+/.exec(body)?.[0] ?? '';
    const spacedComma = /^\d+, (\d)(?!\d)/.exec(from.replace(/^[+-]/, ''));
    if (!body.includes(',')) {
      listed = 0;
      if (spacedComma && !/^\d+, \d(?:\s*,|\.)/.test(from.replace(/^[+-]/, ''))) doubts.add('decimal-comma');
      return { text: body, length: body.length };
    }
    if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(body)) {
      if (first.length === 3 || body.split(',').length > 2) doubts.add('thousands-or-list');
      return { text: body.replaceAll(',', ''), length: body.length };
    }
    const parts = body.split(',');
    if (parts.length > 2) listed = parts.length;
    if (listed > 0) {
      listed--;
      return { text: first, length: first.length };
    }
    if (parts.length === 2 && !body.includes('.')) {
      doubts.add('decimal-comma');
      return { text: body.replace(',', '.'), length: body.length };
    }
    const item = /^\d+(?:\.\d+)?/.exec(body)![0];
    if (parts.length === 2 && !item.includes('.')) doubts.add('decimal-comma');
    return { text: item, length: item.length };
  }
}

function closing(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

/** The longest beginning that is a unit and does not end inside a word. */
export function unitAt(text: string): string | undefined {
  for (let length = Math.min(text.length, 20); length > 0; length--) {
    const candidate = text.slice(0, length);
    if (!/^[A-Za-z%‰°℃µμΩ(\u4e00-\u9fff]/.test(candidate) || /[\s,，;；、。:：]$/.test(candidate)) continue;
    if (/[A-Za-z]$/.test(candidate) && /^[A-Za-z]/.test(text.slice(length))) continue;
    if (/[\d²³]$/.test(candidate) && /^\d/.test(text.slice(length))) continue;
    if (unitOf(candidate) !== undefined) return candidate;
  }
  return undefined;
}
