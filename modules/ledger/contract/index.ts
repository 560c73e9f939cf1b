import { z } from 'zod';
import { CitySlug, Instant, operation, PageQuery, Sha256, Uuid } from '#kernel/wire.ts';

export const LedgerEntry = z.object({
  id: Uuid,
  kind: z.string(),
  subject: z.string(),
  /** The instant the act bears; in a demonstration it is told. */
  toldAt: Instant,
  realAt: Instant,
  hash: Sha256,
  /** Place in the chain; null while it waits for its batch. */
  seq: z.number().int().nullable(),
  linkHash: Sha256.nullable(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** What the ledger says of one subject: an order, a product, a limit. Hashes only; bodies stay with those who may read them. */
export const entriesOf = operation
  .route({ method: 'GET', path: '/{city}/ledger/{subject}', summary: '某一事项的账本记录 · What the ledger says of one subject', tags: ['ledger'] })
  .input(z.strictObject({ city: CitySlug, subject: z.string().min(1).max(200), ...PageQuery }))
  .output(z.object({ entries: z.array(LedgerEntry), total: z.number().int() }));

export const contract = { entriesOf };
