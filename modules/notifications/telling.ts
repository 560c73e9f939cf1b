import { NOTICE_CLASSES } from '#kernel/notice.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Telling } from './contract/telling.ts';
import { masked } from './domain/address.ts';
import { CHANNELS, wayOf, waysOf } from './domain/channels.ts';
import { CODE_TRIES } from './domain/code.ts';
import { USUAL_HOUR } from './domain/digest.ts';
import { claimsOf, contactsOf } from './store/contacts.ts';
import { choicesOf, settingOf } from './store/preferences.ts';

/** How a person is told: their addresses, what they chose and, where they chose nothing, the usual. */
export async function tellingOf(tx: Tx, personId: string, now: Date, configured: Readonly<Record<'mail' | 'sms', boolean>>): Promise<Telling> {
  const [contacts, claims, choices, setting] = [await contactsOf(tx, personId), await claimsOf(tx, personId), await choicesOf(tx, personId), await settingOf(tx, personId)];
  return {
    channels: CHANNELS.map((channel) => {
      const contact = contacts.find((one) => one.channel === channel);
      const claim = claims.find((one) => one.channel === channel && one.expiresAt > now && one.tries < CODE_TRIES);
      return {
        channel, configured: configured[channel],
        confirmed: contact === undefined ? null : { address: masked(contact.address), at: contact.confirmedAt.toISOString() },
        claim: claim === undefined ? null : { address: masked(claim.address), expiresAt: claim.expiresAt.toISOString(), codeSent: claim.codeHash !== null, triesLeft: CODE_TRIES - claim.tries },
      };
    }),
    choices: CHANNELS.flatMap((channel) => NOTICE_CLASSES.map((of) => ({
      channel, class: of, way: wayOf(channel, of, choices.find((one) => one.channel === channel && one.class === of)?.way), ways: [...waysOf(channel, of)],
    }))),
    language: setting?.language ?? 'zh-CN',
    digestHour: setting?.digestHour ?? USUAL_HOUR,
  };
}
