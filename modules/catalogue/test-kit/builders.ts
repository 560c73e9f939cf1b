import type { TestCity, TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { addDays, day, type LegalDay } from '#kernel/date.ts';
import { must, ok } from '#kernel/result.ts';
import { storeUpload, submitEvidence } from '#modules/documents/index.ts';
import { submitReport } from '#modules/laboratories/index.ts';
import { coverFields, typstReport } from '#modules/laboratories/test-kit/typst-report.ts';
import { adoptedBase, confirmedLimits } from '#modules/standards/test-kit/builders.ts';
import { admittedSupplier, type TestSupplier } from '#modules/suppliers/test-kit/builders.ts';
import { decideListing, submitProduct, type ProductInput } from '../index.ts';

/** Rows of a report on an interior wall paint (B11) that meets every limit, item → unit, requirement, result, method. */
export const PAINT_ROWS: Readonly<Record<string, readonly [unit: string, requirement: string, result: string, method: string]>> = {
  VOC含量: ['g/L', '≤80', '32', 'GB/T 23986-2009'],
  甲醛含量: ['mg/kg', '≤50', '12', 'GB/T 23993-2009'],
  苯系物总和含量: ['mg/kg', '≤100', '<5', 'GB/T 23990-2009'],
  '总铅（Pb）含量': ['mg/kg', '≤90', '18', 'GB/T 30647-2014'],
  '可溶性镉（Cd）': ['mg/kg', '≤75', '<1', 'GB/T 23991-2009'],
  '可溶性铬（Cr）': ['mg/kg', '≤60', '20', 'GB/T 23991-2009'],
  '可溶性汞（Hg）': ['mg/kg', '≤60', '<1', 'GB/T 23991-2009'],
  耐洗刷性: ['次', '≥350', '6200', 'GB/T 9266-2009'],
};

export type PaintReport = { readonly change?: Readonly<Record<string, string | null>>; readonly issued?: LegalDay; readonly number?: string; readonly model?: string };

/** A paint's report as a real PDF; `change` gives a row another result, or null to leave it out. */
export function paintReport(given: PaintReport = {}): Promise<Uint8Array> {
  const rows = Object.entries(PAINT_ROWS).filter(([item]) => given.change?.[item] !== null);
  return typstReport({
    fields: coverFields({ ...(given.issued === undefined ? {} : { 来样日期: addDays(given.issued, -20), 检验日期: `${addDays(given.issued, -18)}~${addDays(given.issued, -2)}`, 签发日期: given.issued }), 报告编号: given.number ?? 'T-2026-001', 型号规格: given.model ?? 'N-100' }),
    tables: [{
      widths: [1, 4, 2, 2, 2, 3, 2], head: [['序号', '检验项目', '单位', '标准要求', '检验结果', '检测方法', '单项结论']],
      body: rows.map(([item, [unit, requirement, result, method]], index) => [String(index + 1), item, unit, requirement, given.change?.[item] ?? result, method, '符合']),
    }],
  });
}

/** The city has adopted and confirmed what paints need. */
export async function paintStandard(t: TestPlatform, city: TestCity = t.huzhou): Promise<void> {
  await adoptedBase(t, city);
  await confirmedLimits(t, { city, kinds: ['B11'] });
}

/** A supplier's report as evidence, handed in to be read. */
export async function reportEvidence(t: TestPlatform, supplier: TestPerson, given: PaintReport & { bytes?: Uint8Array } = {}): Promise<{ evidenceId: string; reportId: string }> {
  const content = given.bytes ?? (await paintReport(given));
  return must(await t.act({ as: supplier }, async (call) => {
    const { uploadId } = must(await storeUpload(call, t.platform.wired.files, content, { name: 'report.pdf', organisationId: supplier.organisationId }));
    const { evidenceId } = must(await submitEvidence(call, { kind: 'TEST_REPORT', number: given.number ?? 'T-2026-001', issuer: '示例检测中心', issuedOn: given.issued ?? day('2026-03-25'), validUntil: null, uploadId, holderOrganisationId: supplier.organisationId, values: [] }));
    const { reportId } = must(await submitReport(call, { evidenceId }));
    return ok({ evidenceId, reportId });
  }));
}

export const aPaint = (change: Partial<ProductInput> = {}): ProductInput => ({
  kindCode: 'B11', name: '净味内墙面漆', brand: '试山', model: 'N-100', parameters: {}, description: '示例产品', evidence: [],
  terms: { price: '21.40', priceUnit: 'kg', taxRate: '13', minimumOrder: '200', deliveryArea: ['湖州市'], deliveryDays: 5 }, ...change,
});

export type Listed = { readonly supplier: TestSupplier; readonly listingId: string; readonly productId: string; readonly evidenceId: string; readonly reportId: string };

/** A product put forward with its report, read and judged; not yet decided on. Needs `paintStandard` first. */
export async function submittedPaint(t: TestPlatform, given: { supplier?: TestSupplier; city?: TestCity; report?: PaintReport & { bytes?: Uint8Array }; product?: Partial<ProductInput> } = {}): Promise<Listed> {
  const city = given.city ?? t.huzhou;
  const supplier = given.supplier ?? (await admittedSupplier(t, { city }));
  const report = await reportEvidence(t, supplier, given.report);
  const made = must(await t.act({ as: supplier, city }, (call) => submitProduct(call, aPaint({ evidence: [report.evidenceId], ...given.product }), supplier.organisationId)));
  await t.drain();
  return { supplier, ...made, ...report };
}

/** A product on the shelf whose gate is open: `await listedPaint(t)`. */
export async function listedPaint(t: TestPlatform, given: Parameters<typeof submittedPaint>[1] & { reviewer?: TestPerson } = {}): Promise<Listed> {
  const listed = await submittedPaint(t, given);
  const city = given.city ?? t.huzhou;
  const reviewer = given.reviewer ?? (await t.person('centre.reviewer', { city }));
  must(await t.act({ as: reviewer, city }, (call) => decideListing(call, { listingId: listed.listingId, act: 'list', reasons: null })));
  return listed;
}
