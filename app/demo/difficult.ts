import type { ProductSketch } from './product-sketch.ts';
import type { Departure } from './products.ts';
import type { DemoReportRow } from './reports/report.ts';

const at = (nameStart: string, change: (row: DemoReportRow) => Partial<DemoReportRow>) => (rows: DemoReportRow[]): DemoReportRow[] => {
  if (!rows.some(({ item }) => item.startsWith(nameStart))) throw new Error(`no line ${nameStart}`);
  return rows.map((row) => (row.item.startsWith(nameStart) ? { ...row, ...change(row) } : row));
};

/** Offers beside the listed ones, each with one thing in its report that a machine must not wave through. */
export const difficult: readonly (readonly [ProductSketch, Departure])[] = [
  [
    { key: 'x-b11-voc', kind: 'B11', maker: 'canyan', name: '快干内墙涂料', nameEn: 'Quick-drying interior coating', model: 'CY-N5 20kg', parameters: { grade: '合格品' }, star: 1, price: '8.60', unit: 'kg', minimum: '1000', issuedDaysAgo: 30, laboratory: 'lab-taihu' },
    { difficulty: { indicator: 'B11-01', outcome: 'FAIL', about: '挥发性有机化合物超过限量' }, rows: at('VOC', () => ({ result: '96', verdict: '不符合' })), conclusion: '经检验，该样品VOC含量不符合标准要求，其余所检项目符合要求。' },
  ],
  [
    { key: 'x-a11-cr', kind: 'A11', maker: 'huanyan', name: '普通硅酸盐水泥 P·O 42.5R', nameEn: 'Portland cement P.O 42.5R', model: 'P·O 42.5R 散装', price: '416.00', unit: 't', minimum: '60', issuedDaysAgo: 28, laboratory: 'lab-zhebei' },
    { difficulty: { indicator: 'A11-07', outcome: 'NOT_TESTED', about: '报告没有水溶性铬(VI)一项' }, rows: (rows) => rows.filter(({ item }) => !item.startsWith('水溶性铬')) },
  ],
  [
    { key: 'x-b16-desiccator', kind: 'B16', maker: 'qiyu', name: '强耐磨实木复合地板', nameEn: 'Wear-resistant engineered flooring', model: 'QY-W12 1210×165×12', star: 2, price: '146.00', unit: 'm²', minimum: '100', issuedDaysAgo: 26, laboratory: 'lab-lvcai' },
    { difficulty: { indicator: 'B16-01', outcome: 'NEEDS_REVIEW', about: '甲醛释放量以干燥器法的mg/L表示，与气候箱法的mg/m³不可换算' }, rows: at('甲醛', () => ({ unit: 'mg/L', requirement: '≤1.5', result: '0.4' })) },
  ],
  [
    { key: 'x-b12-nd', kind: 'B12', maker: 'subi', name: '外墙平涂涂料', nameEn: 'Flat exterior coating', model: 'SB-W1 20L', parameters: { grade: '一等品' }, price: '15.20', unit: 'kg', minimum: '1000', issuedDaysAgo: 24, laboratory: 'lab-taihu' },
    { difficulty: { indicator: 'B12-02', outcome: 'NEEDS_REVIEW', about: '“未检出”而没有注明检出限' }, rows: at('甲醛', () => ({ result: '未检出' })) },
  ],
  [
    { key: 'x-c10-superscript', kind: 'C10', maker: 'leixun', name: '再生骨料透水砖', nameEn: 'Recycled-aggregate permeable paver', model: 'TS-B 200×100×60', parameters: { grade: 'B' }, price: '62.00', unit: 'm²', minimum: '300', issuedDaysAgo: 22, laboratory: 'lab-zhebei' },
    { difficulty: { indicator: 'C10-01', outcome: 'NEEDS_REVIEW', about: '科学计数法的上标丢失，印作1.6×10-2' }, rows: at('透水系数', () => ({ result: '1.6×10-2', requirement: '≥1.0×10-2' })) },
  ],
  [
    { key: 'x-b13-edition', kind: 'B13', maker: 'youyuan', name: '仿古地砖', nameEn: 'Rustic floor tile', model: '600×600×9', parameters: { thickness: '9' }, price: '56.00', unit: 'm²', minimum: '200', issuedDaysAgo: 20, laboratory: 'lab-lvcai' },
    { difficulty: { indicator: 'B13-01', outcome: 'NEEDS_REVIEW', about: '吸水率按已被代替的2006版方法检测' }, rows: at('吸水率', () => ({ method: 'GB/T 3810.3-2006' })) },
  ],
  [
    { key: 'x-a05-verdict', kind: 'A05', maker: 'guduo', name: '热轧带肋钢筋 HRB400E', nameEn: 'Hot-rolled ribbed bar HRB400E', model: 'HRB400E Φ20', parameters: { diameter: '20' }, price: '3490.00', unit: 't', minimum: '35', issuedDaysAgo: 18, laboratory: 'lab-zhebei' },
    { difficulty: { indicator: 'A05-04', outcome: 'FAIL', about: '数值低于限值，报告却判为符合' }, rows: at('最大力总延伸率', () => ({ result: '8.4' })) },
  ],
  [
    { key: 'x-c03-pvc', kind: 'C03', maker: 'hongxi', name: '建筑排水用PVC-U管材', nameEn: 'PVC-U drain pipe', model: 'dn110×3.2', parameters: { material: 'PVC-U' }, price: '28.60', unit: 'm', minimum: '500', issuedDaysAgo: 16, laboratory: 'lab-taihu' },
    { difficulty: { indicator: 'C03-05', outcome: 'NOT_TESTED', about: '标准把PP-R的项目也列为必测，PVC-U管材没有检测' }, rows: (rows) => rows.map((row) => (row.item.includes('PP-R') ? { ...row, requirement: '', result: '——', verdict: '——' } : row)) },
  ],
];
