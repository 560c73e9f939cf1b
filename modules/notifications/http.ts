import { ok } from '#kernel/result.ts';
import type { ReadCall } from '#platform/database/call.ts';
import { newId } from '#platform/clock.ts';
import { serve, type Routes, type ServeWiring } from '#platform/http/serve.ts';
import { passwords } from '#platform/passwords.ts';
import { contract } from './contract/index.ts';
import { CHANNELS } from './domain/channels.ts';
import { addressOf } from './domain/notice.ts';
import { messageLife, WORTH_SENDING } from './domain/message-life.ts';
import { next } from '#kernel/transitions.ts';
import { chooseWays } from './operations/choose-ways.ts';
import { claimAddress } from './operations/claim-address.ts';
import { confirmAddress } from './operations/confirm-address.ts';
import { dropAddress } from './operations/drop-address.ts';
import { markRead } from './operations/mark-read.ts';
import { sendAgain } from './operations/send-again.ts';
import { policy } from './policy.ts';
import { codesAskedBy, confirmClaim, contactsOf, countTry, dropClaim, dropContact, lockClaim, saveClaim } from './store/contacts.ts';
import { countUnread, listNotifications, ownAmong, readThese, readUpTo, type Reader } from './store/notifications.ts';
import { saveChoices, saveSetting } from './store/preferences.ts';
import { lockMessage, messagesOf, putBack, sentTo } from './store/record.ts';
import { insertMessages } from './store/spreading.ts';
import { tellingOf } from './telling.ts';
import { courseView, sentView, spoken } from './views.ts';

/** The policy lets in only who acts for an organisation. */
const readerOf = (call: ReadCall): Reader => ({ personId: call.actor!.personId, organisationId: call.actor!.organisationId! });
const personOf = (call: ReadCall): string => call.actor!.personId;

/** The server speaks here, so that the bell needs no wording of other modules: hence the words, which only the wiring has. */
const routesIn = ({ words, channels }: ServeWiring): Routes =>
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
      telling: async (call) => ok(await tellingOf(call.tx, personOf(call), call.now, channels)),
      sent: async (call, input) => {
        const { rows, total } = await sentTo(call.tx, personOf(call), input.page, input.size);
        return ok({ total, rows: rows.map((row) => sentView(words, row)) });
      },
      messages: async (call, input) => {
        const { rows, total, counts } = await messagesOf(call.tx, input.state, input.page, input.size);
        const mayAgain = (row: (typeof rows)[number]): boolean => row.kind === 'notice' && next(messageLife, row.state, 'send-again') !== undefined;
        return ok({ total, counts, channels: CHANNELS.map((channel) => ({ channel, configured: channels[channel] })), rows: rows.map((row) => ({ ...courseView(row), mayAgain: mayAgain(row) })) });
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
      chooseWays: (call, input) => {
        const personId = personOf(call);
        return chooseWays({ personId, record: call.record, saveChoices: (choices) => saveChoices(call.tx, personId, choices), saveSetting: (setting) => saveSetting(call.tx, personId, setting) }, input);
      },
      claimAddress: async (call, input) => {
        const personId = personOf(call);
        const claimed = await claimAddress(
          {
            now: call.now, personId, record: call.record, configured: (channel) => channels[channel],
            confirmed: () => contactsOf(call.tx, personId), codesAsked: (since) => codesAskedBy(call.tx, personId, since),
            saveClaim: (claim) => saveClaim(call.tx, personId, claim, call.now),
            sendCode: async (channel, until) => void (await insertMessages(call.tx, [{ id: newId(), kind: 'confirmation', channel, cityId: null, personId, until }], call.now)),
          },
          input,
        );
        return claimed.ok ? ok({ expiresAt: claimed.value.expiresAt.toISOString() }) : claimed;
      },
      confirmAddress: (call, input) => {
        const personId = personOf(call);
        return confirmAddress(
          {
            now: call.now, personId, record: call.record, verify: passwords.verify,
            lockClaim: () => lockClaim(call.tx, personId, input.channel), countTry: () => countTry(call.tx, personId, input.channel), confirm: (claim) => confirmClaim(call.tx, personId, claim, call.now),
          },
          input,
        );
      },
      dropAddress: (call, input) => {
        const personId = personOf(call);
        return dropAddress({ personId, record: call.record, dropContact: (channel) => dropContact(call.tx, personId, channel), dropClaim: (channel) => dropClaim(call.tx, personId, channel) }, input);
      },
      sendAgain: (call, input) =>
        sendAgain({ lock: (id) => lockMessage(call.tx, id), putBack: (id) => putBack(call.tx, id, new Date(call.now.getTime() + WORTH_SENDING), call.now), record: call.record }, input),
    },
  });

export const routes: Routes = { contract, policy, router: (module, wiring) => routesIn(wiring).router(module, wiring) };
