import { z } from 'zod';
import { CitySlug, Instant, Money, operation } from '#kernel/wire.ts';

const Count = z.number().int();

/** A city in figures, each counted from the records at this moment. */
export const Overview = z.object({
  asOf: Instant,
  orders: z.object({ amount: Money, count: Count, accepted: Count }),
  suppliers: z.object({ count: Count, makers: Count, distributors: Count }),
  products: z.object({ count: Count, kinds: Count, kindsInAll: Count }),
  /** Null where the city has adopted no edition. */
  standard: z.object({ kinds: Count, indicators: Count, confirmed: Count }).nullable(),
});
export type Overview = z.infer<typeof Overview>;

export const overview = operation
  .route({ method: 'GET', path: '/{city}/overview', summary: '城市概览数字 · The city in figures', tags: ['dashboard'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(Overview);

export const contract = { overview };
