import { headsOf } from './heads.ts';
import type { Line, Page, ReportPages, Table } from './pages.ts';
import { halfWidth, tight } from './plain.ts';
import type { Field, FieldName, Place } from './report.ts';

/** The labels laboratories print, blanks and colon left out. Chinese anchored whole; English without case. */
const LABELS: readonly (readonly [FieldName, RegExp])[] = [
  ['reportNumber', /^(?:检[验测]|试验|检验检测)?报告(?:编号|号|号码|书编号)$|^№$|^(?:test)?report(?:no|number|id)$|^no(?:of)?report$/],
  ['sampleName', /^(?:样品|产品|试样|材料)(?:\(样品\))?名称$|^(?:name)?(?:of)?(?:sample|product)(?:name|description)?$|^nameof(?:sample|product)$/],
  ['modelSpec', /^(?:样品|产品)?(?:型号规格|规格型号|型号|规格|型号\/规格|规格\/型号|型号、规格|规格、型号|型号及规格|规格及型号|规格等级|型号\/等级)$|^(?:model|type|specification|spec)(?:(?:and|&|\/)?(?:model|type|specifications?|spec))?$|^models?no$/],
  ['trademark', /^(?:注册)?商标$|^品牌$|^(?:trade\s?mark|brand)$/],
  ['manufacturer', /^(?:标称)?(?:生产|制造)(?:单位|企业|厂家|厂商|厂|商|者)(?:名称)?$|^manufacturer$|^producer$|^manufacturedby$/],
  ['client', /^(?:委托|送检|申请)(?:单位|方|人|者|企业)(?:名称)?$|^客户(?:名称)?$|^(?:client|applicant|customer|entrusted?by|commissionedby)(?:name)?$/],
  ['testKind', /^(?:检[验测]|试验)(?:类别|类型|性质)$|^(?:test|inspection)(?:type|category|kind)$|^(?:type|kind|category)of(?:test|inspection)$/],
  ['receivedOn', /^(?:来样|收样|到样|送样|接样|样品接收|样品收到|样品到达|收到样品|抽样|取样|委托)(?:日期|时间)$|^(?:sample)?(?:received|receipt|receiving)(?:date|on)?$|^dateof(?:sample)?receipt(?:ofsample)?$|^(?:date)?samplereceived(?:on)?$|^datereceived$/],
  ['testedOn', /^(?:检[验测]|试验|测试)(?:日期|时间|周期|期间|起止日期)$|^(?:test|testing)(?:date|period|dates)$|^dates?of(?:test|testing|performance)$|^datetested$|^periodoftesting$/],
  ['issuedOn', /^(?:报告)?(?:签发|发布|批准|出具|发出|颁发)(?:日期|时间)$|^报告日期$|^报告签发日期$|^(?:date)?(?:of)?(?:issued?|issuance)(?:date|on)?$|^dateofissue$|^(?:report|issue|issuing)date$|^dateofreport$/],
  ['basis', /^(?:检[验测]|试验|判定|评定|产品|检验\/判定)(?:依据|标准)$|^(?:检[验测]|判定)依据(?:标准)?$|^执行标准$|^(?:test)?(?:basis|standards?|referencestandards?|accordingto)$|^testrequested$|^basisoftest$/],
  ['conclusion', /^(?:检[验测]|试验|总)?(?:结论|结果评定)$|^(?:test)?conclusions?$/],
  ['laboratory', /^(?:检[验测]|试验|承检)(?:机构|单位|中心)(?:名称)?$|^实验室名称$|^(?:testing)?laboratory(?:name)?$|^testedby$/],
  ['cma', /^(?:cma|资质认定)(?:证书)?(?:编号|号|证书号)?$|^cma(?:no|number)?$/],
  ['cnas', /^cnas(?:注册号|认可号|编号|证书号|no|number)?$|^(?:实验室)?认可(?:证书)?(?:编号|号)$/],
];

/** Words that also name columns or rows of a result table: only there with a colon or in a cover table. */
export function labelOf(printed: string): FieldName | undefined {
  const text = tight(printed).replace(/[::.]+$/, '').toLowerCase();
  if (text === '' || text.length > 40) return undefined;
  const bare = text.replace(/\([^)]*\)/g, '');
  const names = [text, bare, bare.replace(/[^\u4e00-\u9fff、/]/g, '').replace(/\/+$/, ''), bare.replace(/[\u4e00-\u9fff]/g, '').replace(/^[/:.]+|[/:.]+$/g, '').replace(/[.']/g, '')];
  return LABELS.find(([, pattern]) => names.some((name) => name !== '' && pattern.test(name)))?.[0];
}

type Hit = { readonly name: FieldName; readonly text: string; readonly place: Place };

/** The fields of a report: beside their labels in tables without a result head, and in the running text. */
export function fieldsOf(report: ReportPages): Partial<Record<FieldName, Field>> {
  const hits = report.pages.flatMap((page) => [...page.tables.flatMap((table) => fromTable(page, table)), ...fromLines(page)]);
  const fields: Partial<Record<FieldName, Field>> = {};
  for (const hit of hits) {
    const place = { ...hit.place, text: hit.text };
    const known = fields[hit.name];
    fields[hit.name] = known ? { ...known, places: [...known.places, place] } : { text: hit.text, places: [place] };
  }
  return fields;
}

function fromTable(page: Page, table: Table): Hit[] {
  const hits: Hit[] = [];
  const heads = headsOf(table);
  const headRows = new Set(heads.flatMap((h) => Array.from({ length: h.height }, (_, i) => h.row + i)));
  for (const cell of table.cells) {
    if (headRows.has(cell.row)) continue;
    const inside = cell.lines.flatMap((line) => labelledIn(line));
    if (inside.length > 0) {
      hits.push(...inside.map((found) => ({ ...found, place: { page: page.number, box: cell.box } })));
      continue;
    }
    const name = labelOf(cell.text);
    if (!name) continue;
    const value = table.cells.find((c) => c.column === cell.column + cell.columnSpan && c.row <= cell.row && c.row + c.rowSpan > cell.row);
    if (value && tight(value.text) !== '' && !labelOf(value.text)) hits.push({ name, text: value.text.trim(), place: { page: page.number, box: value.box } });
  }
  return hits;
}

/** `报告编号：Q-1` in one piece, or a label and the piece beside it; several fields may stand on one line. */
function fromLines(page: Page): Hit[] {
  const hits: Hit[] = [];
  page.lines.forEach((line, at) => {
    const labelled = labelledIn(line.text);
    hits.push(...labelled.map((found) => ({ ...found, place: { page: page.number, box: line.box } })));
    const spaced = labelled.length > 0 ? undefined : spacedLabel(line.text);
    if (spaced) hits.push({ ...spaced, place: { page: page.number, box: line.box } });
    hits.push(...qualifications(line.text).map((found) => ({ ...found, place: { page: page.number, box: line.box } })));
    const name = labelled.length > 0 || spaced ? undefined : labelOf(line.text);
    if (!name) return;
    const under = name === 'cma' || name === 'cnas' ? page.lines.find((l) => l.box.y > line.box.y && l.box.y - line.box.y < 4 * line.box.height && Math.abs(l.box.x + l.box.width / 2 - line.box.x - line.box.width / 2) < 60 && /^[A-Z]?\d{4,}$/.test(tight(l.text))) : undefined;
    if (under) hits.push({ name, text: tight(under.text), place: { page: page.number, box: under.box } });
    const beside = page.lines.slice(at + 1).filter((l) => sameLine(l, line) && l.box.x > line.box.x).sort((a, b) => a.box.x - b.box.x)[0];
    const value = beside && !labelOf(beside.text) ? halfWidth(beside.text).replace(/^[:：]\s*/, '').trim() : '';
    if (beside && value !== '') hits.push({ name, text: value, place: { page: page.number, box: beside.box } });
  });
  return hits;
}

/** The `label：value` pairs of one printed line. */
function labelledIn(line: string): { name: FieldName; text: string }[] {
  const text = halfWidth(line);
  if (!text.includes(':')) return [];
  const parts = text.split(/(?<=:)|\s{2,}/);
  return parts.flatMap((label, i) => {
    if (!label.trimEnd().endsWith(':')) return [];
    const name = labelOf(label) ?? labelOf(label.trim().split(/\s+/).at(-1) ?? '');
    const value = withoutNextLabel(parts[i + 1] ?? '');
    return name && value !== '' ? [{ name, text: value }] : [];
  });
}

/** A label set in spaced characters with its value behind it and no colon: 样 品 名 称 内墙涂料. */
function spacedLabel(line: string): { name: FieldName; text: string } | undefined {
  const pieces = halfWidth(line).trim().split(/\s+/);
  if (line.includes(':') || pieces.length < 2 || pieces.length > 16) return undefined;
  for (let count = Math.min(pieces.length - 1, 8); count > 0; count--) {
    const label = pieces.slice(0, count).join('');
    const name = /[\u4e00-\u9fff]/.test(label) && /[A-Za-z\d]/.test(label) ? undefined : labelOf(label);
    if (name) return { name, text: pieces.slice(count).join(' ') };
  }
  return undefined;
}

/** CNAS L1234 and CMA 2021… are printed beside their marks, without a label. */
function qualifications(line: string): { name: FieldName; text: string }[] {
  const text = halfWidth(line);
  const [cnas, cma] = [/\bCNAS\s*(?:TESTING)?\s*(L\d{4,6})\b/i.exec(text), /\bCMA\s*[::]?\s*(\d{9,14}[A-Z]?)\b/i.exec(text)];
  return [...(cnas ? [{ name: 'cnas' as const, text: cnas[1]! }] : []), ...(cma ? [{ name: 'cma' as const, text: cma[1]! }] : [])];
}

const withoutNextLabel = (text: string): string => text.replace(/\s+\S{2,12}[:：]\s*$/, '').trim();
const sameLine = (a: Line, b: Line): boolean => Math.abs(a.box.y + a.box.height - b.box.y - b.box.height) < 0.4 * Math.max(a.box.height, b.box.height);
