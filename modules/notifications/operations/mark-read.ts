import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';

export type MarkReadNeeds = {
  readonly reader: { readonly personId: string; readonly organisationId: string };
  readonly ownAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly readThese: (ids: readonly string[]) => Promise<void>;
  readonly readUpTo: (id: string) => Promise<void>;
  readonly countUnread: () => Promise<number>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};
/** Single ones, or all up to the newest that the reader has seen: what arrived meanwhile stays unread. */
export type MarkRead = { readonly ids: readonly string[] } | { readonly upTo: string };

/** Notes that a person read notifications of their organisation. Recorded, so that it can be said later who knew what and when. */
export async function markRead(needs: MarkReadNeeds, input: MarkRead): Promise<Result<{ unread: number }, 'not-found'>> {
  const ids = 'ids' in input ? [...new Set(input.ids)] : [input.upTo];
  const own = await needs.ownAmong(ids);
  const foreign = ids.findIndex((id) => !own.has(id));
  if (foreign !== -1) return refuse('not-found', 'ids' in input ? `ids.${foreign}` : 'upTo');
  await ('ids' in input ? needs.readThese(ids) : needs.readUpTo(input.upTo));
  needs.record({ kind: 'notifications-read', subject: needs.reader.personId, cityId: null, body: { organisation: needs.reader.organisationId, ...('ids' in input ? { ids } : { upTo: input.upTo }) } });
  return ok({ unread: await needs.countUnread() });
}
