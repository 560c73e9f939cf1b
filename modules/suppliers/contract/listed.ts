import { z } from 'zod';
import { CitySlug, Day, operation, PageQuery, Uuid, SearchText } from '#kernel/wire.ts';
import { SupplierKind } from './shapes.ts';

export const ListedSupplier = z.object({ organisationId: Uuid, name: z.string(), creditCode: z.string(), kind: SupplierKind, address: z.string(), admittedOn: Day, demo: z.boolean() });
export type ListedSupplier = z.infer<typeof ListedSupplier>;

/** The admitted suppliers of a city; `q` finds name, address or whole credit code. */
export const listed = operation
  .route({ method: 'GET', path: '/{city}/suppliers', summary: '已入驻供应商 · Admitted suppliers', tags: ['suppliers'] })
  .input(z.strictObject({ city: CitySlug, q: SearchText.default(''), kind: SupplierKind.optional(), ...PageQuery }))
  .output(z.object({ rows: z.array(ListedSupplier), total: z.number().int(), makers: z.number().int(), distributors: z.number().int() }));
