import { unitOf } from '#kernel/quantity.ts';
import synonyms from '../data/synonyms.json' with { type: 'json' };
import { conditionsOf, withoutConditions, type Condition } from './conditions.ts';
import { halfWidth } from './plain.ts';

/** A name taken apart: its core without conditions, units and symbols; what it was measured under; the words left in brackets. */
export type Name = { readonly core: string; readonly conditions: readonly Condition[]; readonly scopes: readonly string[]; readonly unit: string | null };

const SYNONYMS: Readonly<Record<string, readonly string[]>> = synonyms;

/** Symbols printed behind a name: 抗拉强度 Rm, 内照射指数 IRa. Not VOC, pH, PM2.5, R9: those are the name. */
const SYMBOL = /(?<![a-z])(?:r°?m(?:\/r°?el)?|r°?el(?:\/rel)?|reh|rel|a|agt|kv2|q1|q2|p3|δp|Δp|ira|iγ|ir|ιγ|k|u值?|rw(?:\+ctr)?|fts3\.0|l50|λ|fcu|pb|cd|cr|hg|as|ba|sb|se|ra|v\/v|qs|qa|r)(?![a-z0-9.])/gi;
/** Strength and density classes behind a name (抗压强度 MU10) are parameters of the product, not of the quantity. */
const STRENGTH = /(?<![A-Za-z\d])((?:MU|HRB|TR|A|B|M|C|X)\d{1,3}(?:\.\d)?E?)(?![A-Za-z\d.%])/g;
const ELEMENT = /^(?:pb|cd|cr|hg|as|ba|sb|se|vi|Ⅵ|六价|ira|iγ|ir|ra|rm|rel|reh|a|voc|vocs|tvoc|v\/v|so3|mgo|cl-?)$/i;
const FILLER = /含量|重金属|指标|性能|检验|检测|试验|测定|项目|的|值$/g;

const cache = new Map<string, Name>();

/** Takes a printed or a digitised name apart. Same text, same answer: kept, because every row meets every indicator. */
export function nameOf(printed: string): Name {
  const known = cache.get(printed);
  if (known) return known;
  if (cache.size > 5000) cache.clear();
  const name = takenApart(printed);
  cache.set(printed, name);
  return name;
}

/** 1) a) (一) ① before a name number it; `0.10MPa` and `1.5mm` are figures. */
const NUMBERING = /^\s*(?:[(]?\d{1,2}(?:[)、]|\.(?!\d))|[a-z][).]|[(][a-z一二三四五六七八九十]+[)]|[①-⑳])\s*/i;

/** Whether a text in the place of a unit is one. A single letter only in the unit's own writing: (h) is hours, the H of IPLV(H) is not. */
const isUnit = (text: string): boolean => {
  const unit = /^\d/.test(text) ? undefined : unitOf(text);
  return unit !== undefined && (unit.symbol === text || !/^[A-Za-z]$/.test(text));
};

type Unitless = { readonly unit: string | null; /** The name with blanks where the unit stood, so that nothing of N/50mm or L/min is read as a condition. */ readonly text: string };

/**
 * The unit a name prints, at the first of the places where laboratories put it: behind the last comma, behind a stroke, in brackets, as its last word.
 * A comma goes before a stroke because the unit itself may hold strokes (，W/(m²·K)).
 */
function unitIn(text: string): Unitless {
  for (const split of [/^(.*\S)\s*[,;]\s*([^,;]+)$/.exec(text), /^(.*[\u4e00-\u9fff)])\s*\/\s*(.+)$/.exec(text)]) {
    const tail = split?.[2]?.trim().replace(/^\((.*)\)$/, '$1') ?? '';
    if (split && isUnit(tail)) return { unit: tail, text: split[1]! };
  }
  for (const found of text.matchAll(BRACKETS)) {
    const content = found[1]!.trim();
    if (isUnit(content)) return { unit: content, text: without(text, found.index, found[0].length) };
  }
  const bare = text.replace(BRACKETS, (all) => ' '.repeat(all.length));
  const last = /\s(\S+)\s*$/.exec(bare);
  if (last && /[/%°℃]|^(?:mm|MPa|kPa|Pa|N|kN|h|min|dB)$/.test(last[1]!) && isUnit(last[1]!)) return { unit: last[1]!, text: without(text, last.index, last[1]!.length + 1) };
  return { unit: null, text };
}

const BRACKETS = /\(([^()]*(?:\([^()]*\))?[^()]*)\)/g;
const without = (text: string, at: number, length: number): string => `${text.slice(0, at)} ${text.slice(at + length)}`;

function takenApart(printed: string): Name {
  const { unit, text } = unitIn(halfWidth(printed).replace(NUMBERING, ''));
  const scopes: string[] = [];
  const bare = text.replace(BRACKETS, (_, inner: string) => {
    const content = inner.trim();
    if (!ELEMENT.test(content)) scopes.push(...withoutConditions(content).split(/[,、;\s/]+/).map(foldedWord).filter((w) => w !== ''));
    return ' ';
  });
  const graded = bare.replace(STRENGTH, (_, grade: string) => {
    scopes.push(foldedWord(grade));
    return ' ';
  });
  return { core: coreOf(graded), conditions: conditionsOf(text), scopes, unit };
}

const foldedWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}.>≤≥<]/gu, '');

function coreOf(text: string): string {
  const folded = withoutConditions(text).toLowerCase().replace(/[^\p{L}\p{N}./°γδλ+-]+/gu, ' ').trim();
  const lean = /[\u4e00-\u9fff]/.test(folded) ? folded.replace(SYMBOL, ' ').replace(/\s+/g, '') : folded.replace(/\b(?:of|the|content|test)\b/g, ' ').replace(/\s+/g, ' ').trim();
  const core = lean.replace(FILLER, '').replace(/[./+-]+$/g, '');
  return core === '' ? (lean === '' ? folded : lean) : core;
}

/** Every core under which an indicator may be printed: its own names and the field's usual ones. */
export function coresOf(indicator: { readonly nameZh: string; readonly nameEn: string }): readonly string[] {
  const zh = nameOf(indicator.nameZh).core;
  const en = nameOf(indicator.nameEn).core;
  return [...new Set([zh, ...(bySynonym().get(zh) ?? []), en])].filter((core) => core !== '');
}

let synonymCores: ReadonlyMap<string, readonly string[]> | undefined;
const bySynonym = (): ReadonlyMap<string, readonly string[]> =>
  (synonymCores ??= new Map(Object.entries(SYNONYMS).map(([name, others]) => [nameOf(name).core, others.map((o) => nameOf(o).core)])));

/** Pairs of words that make near-equal names opposite: one against the other is never the same quantity. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['内照', '外照'], ['初凝', '终凝'], ['上屈服', '下屈服'], ['抗压', '抗折'], ['抗压', '抗拉'], ['纵向', '横向'], ['垂直', '水平'], ['制热', '制冷'], ['单位缝长', '单位面积'],
  ['质量', '强度'], ['总铅', '可溶性铅'], ['面密度', '表观密度'], ['干密度', '表观密度'], ['镉', '铬'], ['镉', '汞'], ['铬', '汞'], ['苯', '甲醛'], ['一般', '特殊'], ['首年', '25年'], ['吸水率', '含水率'], ['拉伸', '压缩'], ['拉伸', '撕裂'], ['机房', '轿厢'],
];

export const opposed = (a: string, b: string): boolean =>
  OPPOSITES.some(([x, y]) => (a.includes(x) && b.includes(y) && !a.includes(y)) || (a.includes(y) && b.includes(x) && !b.includes(y)));

/** Dice's coefficient over pairs of neighbouring characters, 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (s: string): string[] => Array.from({ length: Math.max(0, s.length - 1) }, (_, i) => s.slice(i, i + 2));
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const pool = [...right];
  const shared = left.filter((p) => {
    const at = pool.indexOf(p);
    if (at < 0) return false;
    pool.splice(at, 1);
    return true;
  }).length;
  return (2 * shared) / (left.length + right.length);
}
