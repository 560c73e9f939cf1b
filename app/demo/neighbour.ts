import { addDays, type LegalDay } from '#kernel/date.ts';
import { inventedCreditCode } from './credit-code.ts';
import type { OrderSketch } from './orders.ts';
import { papersOfSupplier } from './papers/of-supplier.ts';
import type { ProductSketch } from './product-sketch.ts';
import type { DemoSupplier } from './types.ts';

/** An invented neighbour with few data: what is Huzhou's must never show here, nor the other way. */
export function suppliersOfYunxi(asOf: LegalDay): DemoSupplier[] {
  const sketches = [
    ['y-lanxi', '岚汐', 'Lanxi', '建筑涂料', 'Coatings', '吕砚禾'],
    ['y-beiyuan', '贝垣', 'Beiyuan', '新型墙材', 'Wall Materials', '梁溪若'],
    ['y-qingzhou', '青洲', 'Qingzhou', '混凝土', 'Concrete', '孟知川'],
  ] as const;
  return sketches.map(([key, brand, spelt, trade, tradeEn, contact], at): DemoSupplier => {
    const appliedOn = addDays(asOf, -210 + at);
    const base = { key, nameZh: `云溪${brand}示例${trade}有限公司`, brand, appliedOn, creditCode: inventedCreditCode(key), address: `云溪市示例工业园${at + 1}号`, contact };
    return { ...base, role: 'brand-maker', nameEn: `Yunxi ${spelt} (Demo) ${tradeEn} Co., Ltd.`, admission: { state: 'admitted', on: addDays(appliedOn, 4) }, papers: papersOfSupplier({ ...base, business: trade }, 90 + at) };
  });
}

export const productsOfYunxi: readonly ProductSketch[] = [
  { key: 'y-b11', kind: 'B11', maker: 'y-lanxi', name: '内墙环保涂料', nameEn: 'Interior coating', model: 'LX-1 20kg', parameters: { grade: '一等品' }, star: 2, price: '14.20', unit: 'kg', minimum: '500', issuedDaysAgo: 150, laboratory: 'lab-yunxi' },
  { key: 'y-a09', kind: 'A09', maker: 'y-beiyuan', name: '轻质隔墙条板', nameEn: 'Partition panel', model: 'BY-120', star: 1, price: '99.00', unit: 'm²', minimum: '100', issuedDaysAgo: 140, laboratory: 'lab-yunxi' },
  { key: 'y-a07', kind: 'A07', maker: 'y-beiyuan', name: '蒸压加气混凝土砌块', nameEn: 'Aerated concrete block', model: 'A5.0 B06', parameters: { strengthGrade: 'A5.0', densityGrade: 'B06' }, price: '279.00', unit: 'm³', minimum: '60', issuedDaysAgo: 140, laboratory: 'lab-yunxi' },
  { key: 'y-a01', kind: 'A01', maker: 'y-qingzhou', name: '预拌混凝土 C30P6', nameEn: 'Ready-mixed concrete C30P6', model: 'C30P6', parameters: { strengthGrade: 'C30', exposure: 'dry', design: 'P6' }, price: '468.00', unit: 'm³', minimum: '12', tax: '3', issuedDaysAgo: 130, laboratory: 'lab-yunxi' },
];

export const ordersOfYunxi: readonly OrderSketch[] = [
  { placedDaysAgo: 90, unit: 'y-affairs', supplier: 'y-beiyuan', project: '云溪示例政务中心', site: '云溪市示例大道1号', status: 'accepted', lines: [['y-a09', '1200'], ['y-a07', '480']] },
  { placedDaysAgo: 6, unit: 'y-school', supplier: 'y-lanxi', project: '云溪示例小学改造', site: '云溪市示例书院路5号', status: 'awaiting-confirmation', lines: [['y-b11', '3600']] },
];
