import { hourAt, legalDayAt } from '#kernel/date.ts';
import { ok } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { Round } from '#platform/jobs/rounds.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Wired } from '#platform/module.ts';
import type { Words } from '#platform/wording.ts';
import { DIGEST_LINES, digestClasses, digestDue, USUAL_HOUR } from './domain/digest.ts';
import { harmlessFacts } from './domain/letter.ts';
import { addressOf } from './domain/notice.ts';
import type { DigestItem } from './speak.ts';
import { digestReaders, digestRows, saveDigest } from './store/digests.ts';
import { insertMessages, type NewMessage } from './store/spreading.ts';
import type { Content } from './store/sending.ts';

const BATCH = 500;

/** Puts the day's digests into the queue: for each person from their hour on, where something is unread. */
export const digesting: Round<Wired> = {
  everyMillis: 60_000,
  fault: 'digests could not be put together and will be tried again',
  async turn(wired) {
    await wired.write({ actor: null, cityId: null, requestId: newId() }, async (call) => {
      const now = { day: legalDayAt(call.now), hour: hourAt(call.now) };
      for (const reader of await digestReaders(call.tx, now, BATCH)) {
        if (!digestDue(now, reader.hour ?? USUAL_HOUR, reader.last_day)) continue;
        const [newest] = await digestRows(call.tx, reader.person_id, digestClasses(reader.chosen), { after: reader.up_to, upTo: null }, 1);
        if (newest !== undefined) {
          const message: NewMessage = {
            id: newId(), kind: 'digest', channel: 'mail', cityId: reader.city_id, personId: reader.person_id, digestDay: now.day,
            content: { facts: JSON.stringify({ after: reader.up_to, upTo: newest.id, classes: digestClasses(reader.chosen).join(' ') }), path: null }, until: new Date(call.now.getTime() + 20 * 3_600_000),
          };
          await insertMessages(call.tx, [message], call.now);
        }
        await saveDigest(call.tx, reader.person_id, now.day, newest?.id ?? null);
      }
      return ok(undefined);
    }, 'what is in a digest is recorded already; its message records its end');
    return false;
  },
};

/** The lines of a digest as they are at the moment of sending: what was read meanwhile is left out. */
export async function digestItems(tx: Tx, words: Words, content: Content): Promise<readonly DigestItem[]> {
  const { after, upTo, classes } = content.facts as { after: string | null; upTo: string; classes: string };
  const rows = await digestRows(tx, content.person_id!, classes.split(' ') as Parameters<typeof digestRows>[2], { after, upTo }, DIGEST_LINES);
  return rows.map((row) => ({
    text: words.one(content.language, words.has(row.code) ? row.code : 'notifications.notice.unworded', harmlessFacts(row.facts)),
    path: addressOf(row.path, row.slug),
  }));
}
