import { ok } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { Round } from '#platform/jobs/rounds.ts';
import type { Wired } from '#platform/module.ts';
import { wayOf } from './domain/channels.ts';
import { WORTH_SENDING } from './domain/message-life.ts';
import { insertMessages, markSpread, reachableIn, toSpread, type NewMessage } from './store/spreading.ts';

const BATCH = 100;

/**
 * Passes notifications on to the people of the organisation: one message for each person and channel that is told at once. The notification's own
 * row says that this is still to do, so it stands in the transaction of the act; here it is done for many at a time.
 */
export const spreading: Round<Wired> = {
  fault: 'notifications could not be passed on and will be tried again',
  async turn(wired) {
    let found = 0;
    await wired.write({ actor: null, cityId: null, requestId: newId() }, async (call) => {
      const notifications = await toSpread(call.tx, BATCH);
      found = notifications.length;
      if (found === 0) return ok(undefined);
      const people = await reachableIn(call.tx, [...new Set(notifications.map((n) => n.organisation_id))]);
      const messages = notifications.flatMap((n) =>
        people.filter((p) => p.organisation_id === n.organisation_id && wayOf(p.channel, n.class, p.chosen[n.class]) === 'at-once').map((p): NewMessage => ({
          id: newId(), kind: 'notice', class: n.class, channel: p.channel, cityId: n.city_id, personId: p.person_id, organisationId: n.organisation_id, notificationId: n.id,
          until: new Date(call.now.getTime() + WORTH_SENDING),
        })));
      await insertMessages(call.tx, messages, call.now);
      await markSpread(call.tx, notifications.map((n) => n.id), call.now);
      return ok(undefined);
    }, 'who is told follows from the notification; each message records its end');
    return found === BATCH;
  },
};
