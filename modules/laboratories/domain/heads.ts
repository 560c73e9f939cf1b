import type { Cell, Table } from './pages.ts';
import { halfWidth } from './plain.ts';

/** What a column of a result table holds. */
export type Role = 'number' | 'item' | 'unit' | 'clause' | 'requirement' | 'result' | 'verdict' | 'method' | 'remark';

/** The order decides: 结果判定 is a verdict, 标准条款 a clause, 检验依据 a method, although they hold words of other columns. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['verdict', /(?:结论|判定|评定|评价|符合性|是否合格)$|^(?:单项|本项)|^(?:individual|single|item)?(?:item)?(?:verdict|conclusion|judge?ment|judged|rating|evaluation|pass\/?fail|p\/f|conformity|compliance|decision)s?$/],
  ['remark', /^(?:备注|说明|附注|注|remarks?|notes?|comments?)$/],
  ['number', /^(?:序号?|编号|项次|no|num|number|s\/?n|serialno|serialnumber|itemno|item#|#|seq)$/],
  ['unit', /^(?:计量|法定)?单位$|^(?:units?|uom)$/],
  ['clause', /条款号?$|^(?:标准|技术)?条文号?$|^clauses?(?:no)?$|^clauseofstandard$|^(?:standard)?clauses?$/],
  ['method', /(?:方法|依据)(?:标准|及?编号|号|条款)?$|^(?:检[验测]|试验|测试)(?:方法)?标准(?:号|编号)?$|^(?:test|testing)?(?:method|standard)s?$|^methodsoftest$|^(?:test)?methodstandard$/],
  ['result', /(?:结果|实测值|实测数据|实测|检[测验]值|测[定试得]值|检验数据|检测数据|测试数据|检验情况)$|^(?:test|testing|measured|actual|measurement|inspection)?(?:results?|values?|data|found)$|^results?ofthetest$|^measured$/],
  ['requirement', /(?:要求|指标|标准值|规定值?|限量值?|限值|允许值|设计值|合格值|极限值|标准规定)$|^(?:standard|technical|specified|test)?(?:requirements?|limits?|specifications?|spec|criteri(?:a|on)|index)$|^(?:standard|limit|specified)values?$|^requiredvalues?$/],
  ['item', /(?:项目|参数|检测内容|检验内容|特性|性能)(?:名称)?$|^(?:名称|指标名称)$|^(?:test|testing|inspection)?(?:items?|parameters?|propert(?:y|ies)|characteristics?|tests?|performance|descriptions?)$|^(?:test|inspection)itemsname$/],
];

export type Column = { readonly role: Role; readonly from: number; readonly to: number; /** What stood in brackets: often the unit. */ readonly bracket: string | null; /** Head of a part of a column (平均值, 样品1), else ''. */ readonly part: string };

export type Head = { readonly row: number; readonly height: number; readonly columns: readonly Column[] };

/** What a head cell names; both languages of a bilingual head are tried, the Chinese first. */
export function roleOf(printed: string): { role: Role; bracket: string | null } | undefined {
  const text = halfWidth(printed);
  const bracket = /\(([^()]*(?:\([^()]*\))?[^()]*)\)/.exec(text)?.[1]?.trim() ?? null;
  const bare = text.replace(/\([^()]*(?:\([^()]*\))?[^()]*\)/g, '').toLowerCase();
  const han = bare.replace(/[^\u4e00-\u9fff]/g, '');
  const latin = bare.replace(/[\u4e00-\u9fff]/g, '').replace(/[\s.,:;'"_]+/g, '').replace(/^\/+|\/+$/g, '');
  for (const name of [han, latin]) {
    if (name === '' || name.length > 24) continue;
    const role = ROLES.find(([, pattern]) => pattern.test(name))?.[0];
    if (role) return { role, bracket };
  }
  return undefined;
}

/** The heads of a table, top to bottom: a row that names at least an item and a result column. One table may carry several (a repeated head). */
export function headsOf(table: Table): Head[] {
  const heads: Head[] = [];
  for (let row = 0; row < table.rows; row++) {
    const starting = table.cells.filter((c) => c.row === row);
    const named = starting.flatMap((cell) => {
      const found = roleOf(cell.text);
      return found ? [{ cell, ...found }] : [];
    });
    const roles = new Set(named.map((n) => n.role));
    if (!roles.has('item') || !roles.has('result') || named.length < 3 || named.length * 2 < starting.length) continue;
    const height = Math.max(...named.map((n) => n.cell.rowSpan));
    const columns = named.flatMap((n) => partsOf(table, n.cell, height).map((part) => ({ role: n.role, bracket: n.bracket, ...part })));
    heads.push({ row, height, columns });
    row += height - 1;
  }
  return heads;
}

/** A head cell over several columns with heads of their own below it. */
function partsOf(table: Table, cell: Cell, height: number): { from: number; to: number; part: string }[] {
  const whole = [{ from: cell.column, to: cell.column + cell.columnSpan, part: '' }];
  if (cell.rowSpan >= height || cell.columnSpan < 2) return whole;
  const below = table.cells.filter((c) => c.row === cell.row + cell.rowSpan && c.column >= cell.column && c.column < cell.column + cell.columnSpan);
  return below.length < 2 ? whole : below.map((c) => ({ from: c.column, to: c.column + c.columnSpan, part: c.text.trim() }));
}
