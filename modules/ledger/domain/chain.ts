import { canonical, type Json } from '#kernel/canonical.ts';

/** What an entry says, exactly as it is hashed. Instants are ISO 8601 in UTC. */
export type EntryContent = {
  readonly id: string;
  readonly chain: string;
  readonly kind: string;
  readonly subject: string;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly told: string;
  readonly real: string;
  readonly body: Json;
};

/** The chain of what no city owns: people, organisations, base editions. */
export const PLATFORM_CHAIN = '00000000-0000-8000-8000-000000000000';

/** What stands before the first link. */
export const GENESIS = '0'.repeat(64);

/** The text an entry's hash is taken over; the prefix keeps it apart from any other hash of the platform. */
export const entryText = (content: EntryContent): string => `qingcai-ledger-entry-1\n${canonical(content as unknown as Json)}`;

/** The text a link's hash is taken over: place, predecessor and entry. Hashes are lower-case hex. */
export const linkText = (chain: string, seq: number, previous: string, entryHash: string): string => `qingcai-ledger-link-1\n${chain}\n${seq}\n${previous}\n${entryHash}`;

/** One step of a chain as it is stored. */
export type StoredLink = {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
  readonly entryId: string;
  /** Null where the entry is gone. */
  readonly entry: { readonly content: string; readonly hash: string; readonly columns: { readonly id: string; readonly chain: string; readonly kind: string; readonly subject: string; readonly told: string; readonly real: string } } | null;
};

export type Break = { readonly seq: number; readonly entryId: string; readonly why: 'gap' | 'wrong-predecessor' | 'entry-missing' | 'entry-changed' | 'columns-differ' | 'link-changed' };

export type Walk = { readonly seq: number; readonly previous: string };

/**
 * Checks one link against the place the walk has reached.
 * `sha256` gives lower-case hex of the text in UTF-8. Undefined where the link is sound.
 */
export function breakOf(chain: string, at: Walk, link: StoredLink, sha256: (text: string) => string): Break | undefined {
  const broken = (why: Break['why']): Break => ({ seq: link.seq, entryId: link.entryId, why });
  if (link.seq !== at.seq + 1) return broken('gap');
  if (link.previous !== at.previous) return broken('wrong-predecessor');
  if (link.entry === null) return broken('entry-missing');
  if (sha256(`qingcai-ledger-entry-1\n${link.entry.content}`) !== link.entry.hash) return broken('entry-changed');
  if (!sameColumns(link.entry.content, link.entry.columns)) return broken('columns-differ');
  if (sha256(linkText(chain, link.seq, link.previous, link.entry.hash)) !== link.hash) return broken('link-changed');
  return undefined;
}

/** The columns that are searched must say what the hashed content says. */
function sameColumns(content: string, columns: { readonly id: string; readonly chain: string; readonly kind: string; readonly subject: string; readonly told: string; readonly real: string }): boolean {
  const said = JSON.parse(content) as EntryContent;
  return said.id === columns.id && said.chain === columns.chain && said.kind === columns.kind && said.subject === columns.subject && said.told === columns.told && said.real === columns.real;
}
