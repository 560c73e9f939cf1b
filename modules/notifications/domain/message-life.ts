import type { Life } from '#kernel/transitions.ts';

/**
 * The life of a message. `handing-over`: its last bytes are about to go out. `handed-over`: the other side took it and answers for it.
 * `unknown`: it was handed over and no answer came; it is never repeated by itself, since it may have arrived.
 * `withheld`: there was no reason to send it any more.
 */
export const MESSAGE_STATES = ['waiting', 'handing-over', 'handed-over', 'refused', 'unknown', 'given-up', 'withheld'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
export type MessageAct = 'withhold' | 'give-up' | 'hand-over' | 'defer' | 'accept' | 'refuse' | 'lose-answer' | 'send-again';

const ONCE = '平台发送规则：至少一次，能知道的情况下不发第二次';
const ANSWER = 'RFC 5321 section 4.2: the reply to the end of the message says who answers for it';
const PERSON = '平台发送规则：是否再发由人决定';

export const messageLife: Life<MessageState, MessageAct> = {
  initial: 'waiting',
  final: ['handed-over', 'withheld'],
  transitions: [
    { from: 'waiting', act: 'withhold', to: 'withheld', basis: ONCE },
    { from: 'waiting', act: 'give-up', to: 'given-up', basis: ONCE },
    // The server's refusal of sender or recipient comes before the message is complete.
    { from: 'waiting', act: 'refuse', to: 'refused', basis: ANSWER },
    { from: 'waiting', act: 'defer', to: 'waiting', basis: ONCE },
    { from: 'waiting', act: 'hand-over', to: 'handing-over', basis: ONCE },
    { from: 'handing-over', act: 'accept', to: 'handed-over', basis: ANSWER },
    { from: 'handing-over', act: 'refuse', to: 'refused', basis: ANSWER },
    { from: 'handing-over', act: 'defer', to: 'waiting', basis: ANSWER },
    { from: 'handing-over', act: 'give-up', to: 'given-up', basis: ANSWER },
    { from: 'handing-over', act: 'lose-answer', to: 'unknown', basis: ONCE },
    { from: 'refused', act: 'send-again', to: 'waiting', basis: PERSON },
    { from: 'unknown', act: 'send-again', to: 'waiting', basis: PERSON },
    { from: 'given-up', act: 'send-again', to: 'waiting', basis: PERSON },
  ],
};

/** Waits between attempts, in minutes: a rule of the platform. After the last, or after its end, a message is given up. */
const WAITS = [1, 5, 15, 60, 240, 720, 1_440];

/** When a message whose nth attempt (from 1) was put off is tried again; undefined where it is given up. */
export function nextAttempt(attempts: number, now: Date, until: Date): Date | undefined {
  const wait = WAITS[attempts - 1];
  const next = wait === undefined ? undefined : new Date(now.getTime() + wait * 60_000);
  return next !== undefined && next.getTime() <= until.getTime() ? next : undefined;
}

/** How long a message of the platform's own is worth sending; milliseconds. */
export const WORTH_SENDING = 3 * 24 * 3_600_000;
