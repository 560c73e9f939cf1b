/** What became of one attempt to hand a message over. `answer` is a code of the other side or of the network, never its free text: that may name an address. */
export type Handed =
  /** The other side took it and answers for it from now on. Not yet that a person has it. */
  | { readonly outcome: 'accepted'; readonly answer: string }
  /** The other side will not have it, now or later. */
  | { readonly outcome: 'refused'; readonly answer: string }
  /** Nothing was handed over; it may be tried again. */
  | { readonly outcome: 'deferred'; readonly answer: string }
  /** It was handed over and no answer came: whether it was taken cannot be known. */
  | { readonly outcome: 'unknown'; readonly answer: string }
  /** `last` said no; nothing was handed over. */
  | { readonly outcome: 'stopped' };

/**
 * Asked once, before the bytes go out that complete the message: until it says yes, the other side cannot have taken it.
 * Where this process dies before, nobody has the message; where it dies after, nobody knows.
 */
export type Last = () => Promise<boolean>;

/** A mail ready to be sent. Sender, routing and time are the carrier's. */
export type Mail = {
  /** The left side of its Message-ID: the same at every attempt, so that the other side can tell a repeat. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: 'zh-CN' | 'en';
};

/** A short message to a telephone. */
export type ShortMessage = { readonly id: string; readonly to: string; readonly text: string };

export type MailCarrier = { hand(mail: Mail, last: Last): Promise<Handed> };
export type SmsCarrier = { hand(message: ShortMessage, last: Last): Promise<Handed> };

/** How words leave the platform. A channel that is not configured is null: then people are told inside the platform alone. */
export type Carriers = {
  /** The one origin people use; every link in a message leads there and nowhere else. */
  readonly origin: string;
  readonly mail: MailCarrier | null;
  readonly sms: SmsCarrier | null;
};
