import { z } from 'zod';
import { CitySlug, operation, Uuid } from '#kernel/wire.ts';
import { ComparisonView } from '#modules/laboratories/contract/comparison.ts';

/** A product's report held against the requirement: each value beside its cell on the page. Anyone may look while the product is listed. */
export const comparison = operation
  .route({ method: 'GET', path: '/{city}/catalogue/{listingId}/reports/{reportId}', summary: '检测报告逐项比对 · A report compared, value by value', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug, listingId: Uuid, reportId: Uuid }))
  .output(z.object({
    product: z.object({ listingId: Uuid, name: z.string(), brand: z.string(), model: z.string(), supplier: z.object({ organisationId: Uuid, name: z.string(), demo: z.boolean() }), status: z.string() }),
    report: z.object({ number: z.string().nullable(), issuer: z.string().nullable(), fileName: z.string().nullable(), sha256: z.string() }),
    comparison: ComparisonView,
    /** `settle`: a person of the centre may settle readings here; `enter`: the holder may type in what the machine could not read. */
    may: z.object({ settle: z.boolean(), enter: z.boolean() }),
  }));
