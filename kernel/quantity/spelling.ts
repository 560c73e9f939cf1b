/**
 * Folds the printed forms of one unit into one signature: `mg/m³`, `mg·m-3` and `mg.m^-3` are `mg|m3`;
 * `W/(m ·K)`, `W/m·K` and `W·m-1·K-1` are `W|K.m`. Everything behind a slash divides, as Chinese reports write it
 * (`W/m·K` means W/(m·K)). Nothing cancels: `W/W` stays a ratio of powers, apart from plain numbers.
 */

/** Unit symbols a composition may be made of. `50mm`, `100r` and the like are widths and turn counts that belong to the unit. */
const ATOMS: readonly string[] = [
  'nm', 'um', 'mm', 'cm', 'dm', 'm', 'km', 'ug', 'mg', 'g', 'kg', 't', 'mL', 'L', 's', 'min', 'h', 'd', 'r',
  'Pa', 'kPa', 'MPa', 'GPa', 'bar', 'N', 'kN', 'J', 'kJ', 'MJ', 'mW', 'W', 'kW', 'Wh', 'kWh', 'mWh', 'K', 'degC', 'lm',
  'ohm', 'mohm', 'Mohm', 'uS', 'mS', 'dB', '%', '‰', '次', '片', '级', 'grade', 'gCOe', 'kgCOe', 'tCOe', 'SDCM', 'BPN',
  '1', '50mm', '5cm', '100r', '100g',
];
const KNOWN = new Set(ATOMS);
const SYNONYMS: ReadonlyMap<string, string> = new Map(Object.entries({ 转: 'r', 小时: 'h', 分钟: 'min', 分: 'min', 秒: 's', 天: 'd', hr: 'h', hrs: 'h', 毫米: 'mm', 米: 'm', 升: 'L', 克: 'g', 毫克: 'mg', 千克: 'kg', 公斤: 'kg', 吨: 't', 兆帕: 'MPa', 牛: 'N', 牛顿: 'N', 摄氏度: 'degC', 分贝: 'dB' }));
const COMPOUNDS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({ Wh: ['W', 'h'], kWh: ['kW', 'h'], mWh: ['mW', 'h'], mK: ['m', 'K'] }));

/** One way of writing: half width, no blanks, `.` for every product sign, `-` for every minus, u for micro, ohm for Ω. */
export function folded(printed: string): string {
  const text = printed.replace(/[º˚]/g, '°').normalize('NFKC').replace(/\s+/g, '')
    .replace(/[·•∙⋅‧・×*]/g, '.').replace(/[−–—‐‑]/g, '-').replace(/[∕⁄÷]/g, '/')
    .replace(/[μµ]/g, 'u').replace(/Ω/g, 'ohm').replace(/°[Cc]/g, 'degC').replace(/℃/g, 'degC')
    .replace(/CO2(?:-?eq?|当量)?\.?/gi, 'CO2e').replace(/(kg|g|t)[.-]CO2e/gi, '$1CO2e')
    .replace(/^[,:;、。]+|[,:;、。]+$/g, '').replace(/^%\((?:v\/v|m\/m|w\/w|wt|vol|体积(?:分数)?|质量(?:分数)?)\)$/i, '%');
  return /^\((.*)\)$/.test(text) && text.indexOf(')') === text.length - 1 ? text.slice(1, -1) : text;
}

/** Symbols differ by case (mPa is not MPa), so only a case that cannot mean another prefix is forgiven: `Kpa`, `W/m.k`, `KG/M3` but never `mpa`. */
function atomOf(letters: string): string | undefined {
  const word = SYNONYMS.get(letters) ?? letters;
  if (KNOWN.has(word)) return word;
  const alike = ATOMS.filter((atom) => atom.toLowerCase() === word.toLowerCase() && (!/^m/i.test(word) || word.length === 1 || atom[0] === word[0]));
  return alike.length === 1 ? alike[0] : undefined;
}

type Factor = { readonly atom: string; readonly exponent: number };

/** The signature of a printed unit; undefined where it is not made of known symbols. */
export function signatureOf(printed: string): string | undefined {
  const text = folded(printed).replaceAll('CO2e', 'COe');
  if (text === '' || text.length > 40) return undefined;
  const factors = factorsOf(text);
  if (factors === undefined) return undefined;
  const side = (sign: 1 | -1): string => factors
    .filter((factor) => Math.sign(factor.exponent) === sign)
    .map(({ atom, exponent }) => (sign === -1 && atom === 'degC' ? 'K' : atom) + (Math.abs(exponent) === 1 ? '' : String(Math.abs(exponent))))
    .toSorted().join('.');
  return `${side(1)}|${side(-1)}`;
}

function factorsOf(text: string): readonly Factor[] | undefined {
  const found: Factor[] = [];
  let rest = text;
  let below = false;
  /** Slashes seen outside each bracket that is still open. */
  const outer: boolean[] = [];
  let operandExpected = true;
  while (rest !== '') {
    if (rest.startsWith('(')) {
      if (!operandExpected) return undefined;
      outer.push(below);
      rest = rest.slice(1);
      continue;
    }
    if (rest.startsWith(')')) {
      const before = outer.pop();
      if (before === undefined || operandExpected) return undefined;
      below = before;
      rest = rest.slice(1);
      continue;
    }
    if (rest.startsWith('.') || rest.startsWith('/')) {
      if (operandExpected) return undefined;
      if (rest.startsWith('/')) below = (outer.at(-1) ?? false) !== true;
      operandExpected = true;
      rest = rest.slice(1);
      continue;
    }
    const operand = /^((?:\d+(?=mm|cm|r|g|转))?[A-Za-z%‰\u4e00-\u9fff]+|1)(?:\^?(-?\d))?/.exec(rest);
    const atoms = operand === null ? undefined : atomsOf(operand[1] ?? '');
    if (operand === null || atoms === undefined) return undefined;
    const exponent = Number(operand[2] ?? '1') * (below ? -1 : 1);
    if (exponent === 0) return undefined;
    for (const [index, atom] of atoms.entries()) found.push({ atom, exponent: index === atoms.length - 1 ? exponent : (below ? -1 : 1) });
    operandExpected = false;
    rest = rest.slice(operand[0].length);
  }
  return outer.length === 0 && !operandExpected ? found : undefined;
}

function atomsOf(letters: string): readonly string[] | undefined {
  const counted = /^(\d+)(.+)$/.exec(letters);
  const atom = atomOf(counted === null ? letters : `${counted[1] ?? ''}${SYNONYMS.get(counted[2] ?? '') ?? counted[2] ?? ''}`);
  if (atom !== undefined) return COMPOUNDS.get(atom) ?? [atom];
  return COMPOUNDS.get(letters.replace(/k$/, 'K'));
}
