import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { canonical, type Json } from '#kernel/canonical.ts';
import type { StampedEntry } from '#platform/database/call.ts';
import { entryText, PLATFORM_CHAIN, type EntryContent } from '../domain/chain.ts';

/** The statement that writes the entries into the caller's transaction and leaves them for the sequencer. */
export function entriesStatement(entries: readonly StampedEntry[]): RawBuilder<unknown> {
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
    return {
      id: entry.id, city_id: entry.cityId, chain: content.chain, kind: entry.kind, subject: entry.subject, content: canonical(content as unknown as Json),
      hash: createHash('sha256').update(entryText(content)).digest('hex'), told: content.told, real: content.real,
    };
  });
  return sql`/* prepared */ with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, city_id uuid, chain uuid, kind text, subject text, content text, hash text, told timestamptz, "real" timestamptz)),
    entries as (
      insert into ledger.entry (id, city_id, kind, subject, content, hash, told_at, real_at)
      select id, city_id, kind, subject, content, decode(hash, 'hex'), told, "real" from given)
    insert into ledger.waiting (entry_id, chain) select id, chain from given`;
}
