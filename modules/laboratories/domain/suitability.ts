import { unitOf } from '#kernel/quantity.ts';
import type { Indicator, Parameters } from '#modules/standards/rules.ts';
import { conditionsOf, type Condition } from './conditions.ts';
import { coresOf, likeness, nameOf, opposed, type Name } from './names.ts';
import { halfWidth } from './plain.ts';
import type { TestRow } from './report.ts';

/**
 * `name-uncertain`: alike, not the same name. `condition-unmatched`: the indicator asks for a condition the row does not state,
 * or the row states one the indicator does not know. `group-unmatched`: the item stands under a group nobody knows.
 */
export type MatchDoubt = 'name-uncertain' | 'condition-unmatched' | 'group-unmatched' | 'tie';

export type Suitability = { readonly score: number; readonly doubts: readonly MatchDoubt[] };

/** Two candidates within this score are a tie. */
export const TIE = 0.05;
const LEAST = 0.62;

/** Groups that only sort the items of a table and change no quantity. */
const KNOWN_GROUP = /限量|物质|性能|指标|要求|项目|放射性|核素|重金属|元素|燃烧|环保|有害|外观|尺寸|检[验测]|产品|健康|安全|品质|^[一二三四五六七八九十\d]+[、.)]|performance|propert|substance|radio|requirement|limit|metal|test/i;
/** Bracketed words that say how a share is reckoned or which symbol stands for it. */
const HARMLESS_SCOPE = /^(?:体积分数|质量分数|体积|质量|以.*计|按.*计|干基|常温|标准.*|实测|平均|法|h|苯|甲苯|乙苯|二甲苯|二甲苯总和|苯甲苯乙苯和二甲苯|甲苯乙苯.*|乙苯和二甲苯|抽样|检验|.*法)$/;

/** What a row says of itself, taken apart once for all indicators. */
export type ReadRow = {
  readonly row: TestRow;
  readonly names: readonly Name[];
  /** Stated in the item and its groups: decides which quantity this is. */
  readonly stated: readonly Condition[];
  /** Stated elsewhere in the row or in the sample's specification: may supply what the item leaves out. */
  readonly beside: readonly Condition[];
  readonly dimension: string | null;
  readonly silent: boolean;
};

export function readRow(row: TestRow, valueConditions: readonly string[], unit: string | null, silent: boolean, modelSpec: string): ReadRow {
  const bare = row.item.replace(/[,;:\s]*[A-Za-z][A-Za-z\s,()/'’.-]{5,}$/, '');
  const latin = halfWidth(row.item).replace(/[\u4e00-\u9fff（）、，]+/g, ' ').replace(/\(\s*\)/g, ' ').trim();
  const parent = row.parents.at(-1) ?? '';
  const bracketless = parent.replace(/[(（][^()（）]*[)）]/g, '');
  const variants = [row.item, ...(bare.length > 1 ? [bare] : []), ...(latin.length > 5 && latin !== row.item ? [latin] : []), ...(parent === '' ? [] : [`${bracketless}${row.item}`, `${parent} ${row.item}`, ...(bare === row.item ? [] : [`${bracketless}${bare}`])]), ...(/^(?:平均|单|最小|最大|标准)[值个块]/.test(row.item) ? [parent] : [])];
  return {
    row,
    names: variants.filter((v) => v !== '').map(nameOf),
    stated: [...row.parents, row.item].flatMap((text) => nameOf(text).conditions).concat(row.unit === null ? [] : leastOf(row.item)),
    beside: conditionsOf([row.requirement, row.remark ?? '', modelSpec, ...valueConditions].join(' ; ')),
    dimension: unit === null ? null : (unitOf(unit)?.dimension ?? null),
    silent,
  };
}

/** `抗压强度 min` with a column of units beside it: there `min` is the minimum, not minutes. */
const leastOf = (item: string): readonly Condition[] => (/\smin\.?\s*$/i.test(halfWidth(item)) ? [{ kind: 'aggregate', value: 'min' }] : []);

/**
 * How well a row suits an indicator, 0 to about 1.2; undefined where it is another quantity.
 * `siblings` are the kind's other indicators of the same name, told apart only by their conditions.
 */
export function suitability(read: ReadRow, indicator: Indicator, siblings: readonly Indicator[], parameters: Parameters): Suitability | undefined {
  const own = nameOf(indicator.nameZh);
  const doubts = new Set<MatchDoubt>();
  const cores = coresOf(indicator);
  let score = 0;
  let best = read.names[0]!;
  for (const name of read.names) {
    const likely = Math.max(...cores.map((core) => nameScore(name.core, core)));
    if (likely > score) [score, best] = [likely, name];
  }
  if (score < LEAST) return undefined;
  if (score < 1) doubts.add('name-uncertain');

  const usesParent = best !== read.names[0] && read.row.parents.length > 0;
  const groups = usesParent ? read.row.parents.slice(0, -1) : read.row.parents;
  if (groups.some((group) => !KNOWN_GROUP.test(group) && conditionsOf(group).length === 0 && likeness(nameOf(group).core, best.core) < 0.5 && !best.core.includes(nameOf(group).core))) doubts.add('group-unmatched');

  const fit = conditionFit(read, indicator, own, siblings, parameters);
  if (fit === undefined) return undefined;
  for (const doubt of fit.doubts) doubts.add(doubt);
  score += fit.bonus;

  const scopes = read.names[0]!.scopes.filter((s) => !HARMLESS_SCOPE.test(s) && !own.scopes.includes(s) && !own.core.includes(s) && !best.core.includes(s) && !Object.values(parameters).some((p) => p.toLowerCase() === s));
  const shared = read.names[0]!.scopes.some((s) => own.scopes.includes(s));
  if (scopes.length > 0 && !shared) {
    if (own.scopes.length > 0 && siblings.length > 0) return undefined;
    doubts.add('condition-unmatched');
    score -= 0.1;
  }
  if (shared) score += 0.1;
  const wanted = unitOf(indicator.unit)?.dimension;
  if (read.dimension !== null && wanted !== undefined) score += read.dimension === wanted ? 0.06 : -0.12;
  if (read.silent) score -= 0.15;
  return { score: Math.round(score * 1000) / 1000, doubts: [...doubts] };
}

function nameScore(row: string, core: string): number {
  if (row === core) return 1;
  if (row.length < 2 || core.length < 2 || opposed(row, core)) return 0;
  const [short, long] = row.length < core.length ? [row, core] : [core, row];
  if (/[\u4e00-\u9fff]/.test(core) && short.length >= 3 && long.includes(short) && long.length - short.length <= 4) return 0.86 - 0.04 * (long.length - short.length);
  const alike = likeness(row, core);
  return alike >= 0.75 ? alike * 0.88 : 0;
}

type Fit = { readonly bonus: number; readonly doubts: readonly MatchDoubt[] };

function conditionFit(read: ReadRow, indicator: Indicator, own: Name, siblings: readonly Indicator[], parameters: Parameters): Fit | undefined {
  const doubts = new Set<MatchDoubt>();
  let bonus = 0;
  const asked = own.conditions.filter((c) => !ofParameter(c, indicator) && !(c.kind === 'side' && own.core.match(/[纵横]向/)));
  const siblingAsks = (kind: Condition['kind']): boolean => siblings.some((s) => nameOf(s.nameZh).conditions.some((c) => c.kind === kind));
  const has = (list: readonly Condition[], c: Condition): boolean => list.some((o) => o.kind === c.kind && o.value === c.value);
  for (const c of asked) {
    const same = read.stated.filter((o) => o.kind === c.kind);
    if (has(same, c)) bonus += 0.05;
    else if (same.length > 0) return undefined;
    else if (has(read.beside, c)) bonus += 0.04;
    else if (read.beside.some((o) => o.kind === c.kind && c.kind !== 'size')) {
      if (c.kind === 'aggregate') return undefined;
      doubts.add('condition-unmatched');
    } else if (c.kind === 'aggregate' && !siblingAsks('aggregate') && c.value === indicator.aggregate) bonus += 0;
    else if (c.kind === 'method' && c.value === 'chamber' && read.dimension === 'air-content') bonus += 0;
    else doubts.add('condition-unmatched');
  }
  for (const o of read.stated) {
    if (own.conditions.some((c) => c.kind === o.kind && c.value === o.value) || asked.some((c) => c.kind === o.kind)) continue;
    if (o.kind === 'side' || stated(o, parameters)) continue;
    if (o.kind === 'aggregate' && (o.value === indicator.aggregate || (o.value === 'mean' && indicator.aggregate === 'reported'))) continue;
    if (o.kind === 'method' && o.value === 'chamber' && indicator.unit === 'mg/m3') continue;
    doubts.add('condition-unmatched');
    bonus -= 0.15;
  }
  return { bonus: Math.min(bonus, 0.15), doubts: [...doubts] };
}

/** A size in an indicator's name that its limits are keyed by (12.0 mm, ≥7.5 mm, 2.5 mm²) is a parameter of the product. */
function ofParameter(condition: Condition, indicator: Indicator): boolean {
  if (condition.kind !== 'size' || indicator.limit.form !== 'by-parameter') return false;
  const digits = figures(condition.value);
  return Object.keys(indicator.limit.values).some((key) => figures(key).some((f) => digits.includes(f)));
}

const figures = (text: string): readonly number[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
const stated = (condition: Condition, parameters: Parameters): boolean => condition.kind === 'size' && Object.values(parameters).some((p) => figures(p).some((f) => figures(condition.value).includes(f)));
