import { addDays, type LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import type { Edition, Kind } from '#modules/standards/domain/model.ts';
import { laboratories } from './laboratories.ts';
import { papersOfProduct } from './papers/of-product.ts';
import type { ProductSketch } from './product-sketch.ts';
import { streamOf } from './random.ts';
import type { DemoReport, DemoReportRow } from './reports/report.ts';
import { basisOf, rowsFor, standardsOf } from './rows.ts';
import type { DemoDifficulty, DemoProduct, DemoSupplier } from './types.ts';
import type { Aim } from './values.ts';

/** How a report departs from a good one, for the products that are to fail or to need a person. */
export type Departure = { readonly difficulty: DemoDifficulty; readonly rows: (rows: DemoReportRow[]) => DemoReportRow[]; readonly conclusion?: string };

export type ProductSetting = { readonly asOf: LegalDay; readonly city: string; readonly deliveryArea: string; readonly edition: Edition; readonly suppliers: readonly DemoSupplier[] };

/** Makes the offer whole: its report by one of the laboratories, the papers its kind asks for, the dates in their order. */
export function productOf(sketch: ProductSketch, setting: ProductSetting, departure?: Departure): DemoProduct {
  const kind = setting.edition.kinds.find(({ code }) => code === sketch.kind);
  const maker = setting.suppliers.find(({ key }) => key === sketch.maker);
  if (kind === undefined || maker === undefined || maker.brand === null) throw new Error(`${sketch.key}: unknown kind or maker`);
  const stream = streamOf(`product ${setting.city} ${sketch.key}`);
  const aim: Aim = { parameters: sketch.parameters ?? {}, star: sketch.star ?? 0 };
  const issued = addDays(setting.asOf, -(sketch.issuedDaysAgo ?? stream.whole(60, 290)));
  const submittedOn = addDays(issued, 2);
  const brand = `${maker.brand}（示例）`;
  const report = reportOf(sketch, kind, aim, { issued, maker, brand }, departure);
  return {
    key: sketch.key, kind: kind.code, nameZh: sketch.name, nameEn: sketch.nameEn, brand, model: sketch.model, parameters: aim.parameters,
    supplier: sketch.by ?? sketch.maker, maker: sketch.maker,
    price: { amount: sketch.price as Money, unit: sketch.unit, taxRate: sketch.tax ?? '13' },
    minimumOrder: sketch.minimum, deliveryArea: sketch.area ?? [setting.deliveryArea],
    introduction: `${brand}${sketch.name}，规格${sketch.model}，执行${standardsOf(kind.productStandard)[0] ?? kind.productStandard}。演示虚构产品，不可实际采购。`,
    submittedOn, listedOn: departure === undefined ? addDays(submittedOn, 4) : null,
    report, papers: papersOfProduct(kind, { key: `${setting.city} ${sketch.key}`, nameZh: sketch.name, model: sketch.model, maker: maker.nameZh, issuedOn: issued, aim }),
    star: kind.indicators.some(({ limit }) => limit.form === 'by-star') ? aim.star : null,
    difficulty: departure?.difficulty ?? null,
  };
}

type Sample = { readonly issued: LegalDay; readonly maker: DemoSupplier; readonly brand: string };

const quantities: Readonly<Record<string, string>> = { 'm³': '1组', t: '20kg', kg: '2桶', 'm²': '1组', 支: '12支', 块: '50块', 张: '3张', m: '100m', 套: '3套', 台: '1台' };

function reportOf(sketch: ProductSketch, kind: Kind, aim: Aim, sample: Sample, departure: Departure | undefined): DemoReport {
  const stream = streamOf(`report ${sketch.maker} ${sketch.key}`);
  const laboratory = laboratories.find(({ key }) => key === sketch.laboratory) ?? stream.pick(laboratories.slice(0, 3));
  const received = addDays(sample.issued, -stream.whole(34, 46));
  const rows = rowsFor(kind, aim, `${sketch.maker} ${sketch.key}`, laboratory.layout);
  const changed = departure === undefined ? rows : departure.rows(rows);
  return {
    laboratory,
    number: `${laboratory.cma.slice(-2)}${kind.code}-${sample.issued.slice(0, 4)}-${stream.whole(10000, 99999)}`,
    product: sketch.name, model: sketch.model, brand: sample.brand,
    client: sample.maker.nameZh, clientAddress: sample.maker.address, maker: sample.maker.nameZh,
    sampleNumber: `Y${received.slice(2).replaceAll('-', '')}${stream.whole(10, 99)}`,
    sampleQuantity: quantities[sketch.unit] ?? '1组', sampleCondition: '完好，符合检验要求',
    received, testedFrom: addDays(received, 2), testedTo: addDays(sample.issued, -3), issued: sample.issued,
    basis: basisOf(kind, changed),
    conclusion: departure?.conclusion ?? `经检验，该样品所检项目均符合${standardsOf(kind.productStandard)[0] ?? '产品标准'}及相关标准的要求。`,
    rows: changed,
  };
}
