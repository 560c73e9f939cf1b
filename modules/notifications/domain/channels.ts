import type { NoticeClass } from '#kernel/notice.ts';

/** The ways out of the platform. Inside it everything is told in any case. */
export const CHANNELS = ['mail', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

export const WAYS = ['at-once', 'digest', 'off'] as const;
export type Way = (typeof WAYS)[number];

/** The ways a person may choose from: none for legal notices, and a telephone is never rung for a digest. */
export function waysOf(channel: Channel, of: NoticeClass): readonly Way[] {
  if (of === 'legal') return ['at-once'];
  return channel === 'sms' ? ['at-once', 'off'] : WAYS;
}

const USUAL: Readonly<Record<Channel, Readonly<Record<NoticeClass, Way>>>> = {
  mail: { legal: 'at-once', task: 'at-once', deadline: 'at-once', progress: 'digest' },
  sms: { legal: 'at-once', task: 'off', deadline: 'off', progress: 'off' },
};

/** How a person is told on a channel: as chosen where that may be chosen, else as usual. */
export function wayOf(channel: Channel, of: NoticeClass, chosen: Way | undefined): Way {
  return chosen !== undefined && waysOf(channel, of).includes(chosen) ? chosen : USUAL[channel][of];
}
