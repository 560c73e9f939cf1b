import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonical, type Json } from '#kernel/canonical.ts';
import type { StampedEntry } from '#platform/database/call.ts';
import type { Tx } from '#platform/database/pool.ts';
import { entryText, PLATFORM_CHAIN, type EntryContent } from '../domain/chain.ts';

/** Writes the entries into the caller's transaction and leaves them for the sequencer. */
export async function appendEntries(tx: Tx, entries: readonly StampedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => {
    const content: EntryContent = {
      id: entry.id,
      chain: entry.cityId ?? PLATFORM_CHAIN,
      kind: entry.kind,
      subject: entry.subject,
      person: entry.actor.personId,
      organisation: entry.actor.organisationId,
      told: entry.toldAt.toISOString(),
      real: entry.realAt.toISOString(),
      body: entry.body,
    };
    return { entry, content: canonical(content as unknown as Json), chain: content.chain, told: content.told, real: content.real, hash: createHash('sha256').update(entryText(content)).digest() };
  });
  await sql`with entries as (
      insert into ledger.entry (id, city_id, kind, subject, content, hash, told_at, real_at)
      values ${sql.join(rows.map((r) => sql`(${r.entry.id}::uuid, ${r.entry.cityId}::uuid, ${r.entry.kind}, ${r.entry.subject}, ${r.content}, ${r.hash}::bytea, ${r.told}::timestamptz, ${r.real}::timestamptz)`))}
      returning id)
    insert into ledger.waiting (entry_id, chain) values ${sql.join(rows.map((r) => sql`(${r.entry.id}::uuid, ${r.chain}::uuid)`))}`.execute(tx);
}
