import { halfWidth } from './plain.ts';

/** What a value was measured under: part of the quantity (λ at 10 °C is not λ at 25 °C, 7 d is not 28 d). */
export type Condition = { readonly kind: 'temperature' | 'duration' | 'pressure' | 'size' | 'treatment' | 'aggregate' | 'side' | 'method'; readonly value: string };

/** Words that name a treatment or a way of measuring, each with the spellings that mean it. */
const WORDS: readonly (readonly [Condition['kind'], string, RegExp])[] = [
  ['treatment', 'immersed', /浸水后?|水浸后?|耐水后|after (?:water )?immersion|water immersion/i],
  ['treatment', 'heat-aged', /热老化后?|热处理后?|加热处理后?|(?:after )?heat(?:ing)? (?:ageing|aging|treatment)|\(heat\)/i],
  ['treatment', 'frozen', /冻融(?:循环)?后|冻后|after freez/i],
  ['treatment', 'alkali', /碱处理后?|耐碱后/i],
  ['treatment', 'acid', /酸处理后?|耐酸后/i],
  ['treatment', 'uv', /紫外线?(?:处理|老化)后?|人工气候(?:老化)?(?:处理)?后/i],
  ['treatment', 'open-time', /晾置(?:时间)?/i],
  ['treatment', 'partly-immersed', /部分浸入/i],
  ['treatment', 'fully-immersed', /完全浸入|全浸/i],
  ['method', 'dry', /干法|干态|\bdry\b(?! (?:density|shrink))/i],
  ['method', 'wet', /湿法|湿态|\bwet\b/i],
  ['method', 'chamber', /气候箱/],
  ['method', 'desiccator', /干燥器/],
  ['method', 'perforator', /穿孔/],
  ['method', 'heating', /制热/],
  ['method', 'cooling', /制冷/],
  ['aggregate', 'mean', /平均值|均值|平均(?!温度)|\b(?:mean|average)\b/i],
  ['aggregate', 'single', /单个值|单块(?!最小)值?|单值|\b(?:single|individual)\b/i],
  // `min` behind a figure or a stroke is minutes: ≥45 min, L/min.
  ['aggregate', 'min', /单块最小值?|最小值|\bminimum\b|(?<![/\d]\s*)\bmin\.?(?=\s|$|\))/i],
  ['aggregate', 'max', /最大值/],
  ['aggregate', 'characteristic', /标准值|characteristic/i],
  ['side', 'lengthwise', /纵向|longitudinal/i],
  ['side', 'crosswise', /横向|transverse/i],
];

const number = (text: string): string => String(Number(text));

/** The conditions a text names. `28d`, `(25℃)`, `浸水后`, `平均值`. Tolerances (23±2 ℃) are the laboratory's and left out. */
export function conditionsOf(text: string): Condition[] {
  const plain = halfWidth(text).replace(/[−–—]/g, '-').replace(/\bmm2\b|㎜²/g, 'mm²');
  const found: Condition[] = [];
  const add = (kind: Condition['kind'], value: string): void => void (found.some((c) => c.kind === kind && c.value === value) || found.push({ kind, value }));
  for (const m of plain.matchAll(/(-?\d+(?:\.\d+)?)\s*(?:±\s*\d+(?:\.\d+)?)?\s*(?:℃|°\s*C|degC)/g)) add('temperature', number(m[1]!));
  for (const m of plain.matchAll(/(?<![\d.A-Za-z])(\d+(?:\.\d+)?)\s*(d|天|h|小时|min|分钟|s|秒)(?![A-Za-z\d/])/g)) add('duration', String(Number(m[1]) * SECONDS[m[2]!]!));
  for (const m of plain.matchAll(/(?<![\d.A-Za-z])(\d+(?:\.\d+)?)\s*(MPa|kPa)(?![A-Za-z])/g)) add('pressure', String(Number(m[1]) * (m[2] === 'kPa' ? 0.001 : 1)));
  for (const m of plain.matchAll(/([≤≥<>]?\s*\d+(?:\.\d+)?(?:\s*[-~～]\s*\d+(?:\.\d+)?)?)\s*(mm²|mm|cm|m(?![a-z²³2-3]))/g)) add('size', `${m[1]!.replace(/\s/g, '').replace(/\d+(?:\.\d+)?/g, number)}${m[2]}`);
  for (const [kind, value, pattern] of WORDS) if (pattern.test(plain)) add(kind, value);
  return found;
}

const SECONDS: Readonly<Record<string, number>> = { d: 86400, 天: 86400, h: 3600, 小时: 3600, min: 60, 分钟: 60, s: 1, 秒: 1 };

/** The text without what `conditionsOf` reads from it, except the side, which belongs to the name. */
export function withoutConditions(text: string): string {
  let rest = halfWidth(text).replace(/(-?\d+(?:\.\d+)?)\s*(?:±\s*\d+(?:\.\d+)?)?\s*(?:℃|°\s*C|degC)/g, ' ')
    .replace(/(?<![\d.A-Za-z])(\d+(?:\.\d+)?)\s*(?:d|天|h|小时|min|分钟|s|秒)(?![A-Za-z\d/])/g, ' ')
    .replace(/(?<![\d.A-Za-z])(\d+(?:\.\d+)?)\s*(?:MPa|kPa)(?![A-Za-z])/g, ' ')
    .replace(/[≤≥<>]?\s*\d+(?:\.\d+)?(?:\s*[-~～]\s*\d+(?:\.\d+)?)?\s*(?:mm²|mm2|mm|cm|m(?![a-z²³2-3]))/g, ' ');
  for (const [kind, , pattern] of WORDS) if (kind !== 'side') rest = rest.replace(new RegExp(pattern.source, `${pattern.flags}g`), ' ');
  return rest;
}
