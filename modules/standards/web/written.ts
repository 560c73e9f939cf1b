import type { Lang } from '#web/i18n.ts';
import { grouped } from '#web/kit/written.ts';

/* How names, units and limits of the standard are printed. Only characters are moved; nothing is computed. */

/** Editions are typed with half-width brackets and commas; Chinese text is printed with full-width ones: 可溶性镉（Cd）. */
export const inChinese = (text: string): string =>
  text
    .replace(/\s*\(([^()]*)\)/g, (_, inside: string) => `（${inside.replaceAll(',', '，')}）`)
    .replace(/(?<=[\p{Script=Han}）]),\s*/gu, '，')
    .replace(/(?<=\d\s?m{1,2})[23](?![\d.])/g, (power) => (power === '2' ? '²' : '³'));

type Named = { readonly nameZh: string; readonly nameEn: string };
/** The name of a kind, category or indicator; an editor's remark behind a dash is not part of it. */
export const nameIn = (lang: Lang, named: Named): string => (lang === 'en' ? (named.nameEn.split(' — ')[0] ?? '').replace('>=', '≥ ') : inChinese(named.nameZh));

const UNIT_WORDS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  次: { 'zh-CN': '次', en: 'cycles' },
  片: { 'zh-CN': '片', en: 'pieces' },
  级: { 'zh-CN': '级', en: 'grade' },
  grade: { 'zh-CN': '等级', en: 'class' },
  'P-grade': { 'zh-CN': '抗渗等级', en: 'P grade' },
  'risk group': { 'zh-CN': '危险类别', en: 'risk group' },
};

/** A canonical symbol of kernel/quantity as people print it: `W/(m2.K)` is W/(m²·K), `degC` is ℃; empty for a ratio or none. */
export function unitIn(lang: Lang, unit: string): string {
  if (unit === '' || unit === '1') return '';
  const word = UNIT_WORDS[unit];
  if (word !== undefined) return word[lang];
  return unit
    .replace('CO2e', 'CO₂e')
    .replace(/(?<![A-Za-z])degC/, lang === 'en' ? '°C' : '℃')
    .replace('ohm', 'Ω')
    .replace(/(?<![A-Za-z])u(?=[gmSL])/g, 'μ')
    .replace(/(?<=[ms])2(?!\d)/g, '²')
    .replace(/(?<=[ms])3(?!\d)/g, '³')
    .replaceAll('.', '·');
}

/** The figure of a limit as printed in the standard: `-4.0` is −4.0, `12000` is 12,000. Words stay as they are. */
export const figure = (text: string): string => (/^-?\d+(\.\d+)?$/.test(text) ? grouped(text).replace('-', '−') : text);

/** The sign a limit is held with; it stands beside the unit, once for the row. */
export const SIGN: Readonly<Record<string, string>> = { le: '≤', lt: '<', ge: '≥', gt: '>', absLe: '±', gradeGe: '≥' };

/** A range of a parameter as declared: `v<=2.5` is v ≤ 2.5, `6-12` is 6～12. */
export const range = (text: string): string => text.replace(/<=/g, ' ≤ ').replace(/>=/g, ' ≥ ').replace(/<(?!\s)/g, ' < ').replace(/>(?!\s)/g, ' > ').replace(/^(\d+)-(\d+)$/, '$1～$2').trim();

/** A limit without its sign: `≤ 1,500` is 1,500; both ends of a range keep the wave. */
export const bare = (lang: Lang, text: string): string =>
  text.replace(/^[≤<≥>±]\s*/, '').split(' ~ ').map(figure).join(lang === 'en' ? ' to ' : '～');

/** Remarks the editors of an edition put behind the number of a standard, in the reader's language. */
const REMARKS: readonly (readonly [RegExp, Readonly<Record<Lang, string>>])[] = [
  [/\s*\(merged\)/, { 'zh-CN': '（合并）', en: ' (merged)' }],
  [/\s*\(abolished -> ([^)]+)\)/, { 'zh-CN': '（已废止，由 $1 代替）', en: ' (abolished, replaced by $1)' }],
  [/\s*\(was ([^)]+)\)/, { 'zh-CN': '（代替 $1）', en: ' (was $1)' }],
  [/\s*\(-> (\d{4})\)/, { 'zh-CN': '（有 $1 版）', en: ' ($1 edition exists)' }],
  [/\s*\(trend\)|\s+trend$/, { 'zh-CN': '（参照其趋势）', en: ' (after its trend)' }],
  [/\s*\(by analogy\)/, { 'zh-CN': '（类推）', en: ' (by analogy)' }],
  [/\s*\(mortar family\)/, { 'zh-CN': '（砂浆类）', en: ' (mortar family)' }],
  [/\s*family \(second catalogue\)/, { 'zh-CN': '（系列，第二批目录）', en: ' family (second catalogue)' }],
  [/^idem$/, { 'zh-CN': '同本类前一指标', en: 'as the indicator before' }],
  [/^calculated$/, { 'zh-CN': '计算得出', en: 'calculated' }],
  [/^certificate$/, { 'zh-CN': '核验证书', en: 'certificate' }],
  [/^manufacturer \+ test$/, { 'zh-CN': '企业声明并检测', en: 'manufacturer and test' }],
  [/^manufacturer$/, { 'zh-CN': '企业声明', en: 'manufacturer' }],
  [/^statement \+ verification$/, { 'zh-CN': '声明并核验', en: 'statement and verification' }],
  [/附录\s*([A-Z])/, { 'zh-CN': '附录 $1', en: 'Annex $1' }],
  [/\s*\(基准值\)/, { 'zh-CN': '（基准值）', en: ' (baseline)' }],
  [/\s*\(H型钢\)/, { 'zh-CN': '（H 型钢）', en: ' (H sections)' }],
  [/\s*\(聚苯乙烯泡沫板\)/, { 'zh-CN': '（聚苯乙烯泡沫板）', en: ' (polystyrene foam board)' }],
  [/\s*\(断桥铝合金窗,100%原生铝\)/, { 'zh-CN': '（断桥铝合金窗，100% 原生铝）', en: ' (thermally broken aluminium window, all primary aluminium)' }],
];

/** The number of a standard with its remark; names that exist only in Chinese stay Chinese. */
export const standardIn = (lang: Lang, text: string): string => REMARKS.reduce((said, [pattern, words]) => said.replace(pattern, words[lang]), text);

/** For the `lang` attribute of text that is printed as the edition has it. */
export const writtenIn = (text: string): Lang => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');
