import { ok } from '#kernel/result.ts';
import type { ReadCall } from '#platform/database/call.ts';
import { serve, type Routes } from '#platform/http/serve.ts';
import type { Words } from '#platform/wording.ts';
import { contract } from './contract/index.ts';
import { addressOf } from './domain/notice.ts';
import { markRead } from './operations/mark-read.ts';
import { policy } from './policy.ts';
import { countUnread, listNotifications, ownAmong, readThese, readUpTo, type NotificationRow, type Reader } from './store/notifications.ts';

/** The policy lets in only who acts for an organisation. */
const readerOf = (call: ReadCall): Reader => ({ personId: call.actor!.personId, organisationId: call.actor!.organisationId! });

/** A code whose wording was taken away later still tells that something happened, and where. */
const spoken = (words: Words, row: NotificationRow) => words.both(words.has(row.code) ? row.code : 'notifications.notice.unworded', row.facts);

/** The server speaks here, so that the bell needs no wording of other modules: hence the words, which only the wiring has. */
const routesIn = (words: Words): Routes =>
  serve(contract, policy, {
    reads: {
      mine: async (call, input) => {
        const reader = readerOf(call);
        const { rows, total } = await listNotifications(call.tx, reader, input.unread, input.page, input.size);
        return ok({
          total, unread: await countUnread(call.tx, reader),
          rows: rows.map((row) => ({
            id: row.id, code: row.code, text: spoken(words, row), subjectKind: row.subjectKind, subjectId: row.subjectId, city: row.city,
            path: addressOf(row.path, row.city?.slug ?? null), at: row.at.toISOString(), unread: row.unread,
          })),
        });
      },
    },
    writes: {
      markRead: (call, input) => {
        const reader = readerOf(call);
        return markRead(
          {
            reader, record: call.record,
            ownAmong: (ids) => ownAmong(call.tx, reader.organisationId, ids), readThese: (ids) => readThese(call.tx, reader.personId, ids, call.now),
            readUpTo: (id) => readUpTo(call.tx, reader, id), countUnread: () => countUnread(call.tx, reader),
          },
          input,
        );
      },
    },
  });

export const routes: Routes = { contract, policy, router: (module, wiring) => routesIn(wiring.words).router(module, wiring) };
