import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { machineNow } from '#platform/clock.ts';
import type { Handed, MailCarrier } from './carrier.ts';
import { compose } from './compose.ts';
import type { SmtpSettings } from './settings.ts';

export type SmtpLimits = {
  /** The whole attempt, greeting to answer; milliseconds. */
  readonly wholeMillis?: number;
  /** The longest silence of the server; milliseconds. */
  readonly silenceMillis?: number;
  /** A certificate to trust beside the system's (for a test; an installation names its own in NODE_EXTRA_CA_CERTS). */
  readonly ca?: string;
};

type Fault = Error & { readonly response?: string | undefined; readonly responseCode?: number | undefined; readonly code?: string | undefined; readonly command?: string | undefined };

/** The server's code and its enhanced one (RFC 3463), or the network's. The words beside them are left out: they may repeat an address. */
const answerOf = (fault: Fault): string => /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(fault.response ?? '')?.[0].replace('-', ' ') ?? fault.code ?? 'unexpected';

/** Refusals that speak of this one message: of its sender, its recipient or its content. A refused greeting or password says nothing about the message. */
const OF_THE_MESSAGE: readonly string[] = ['MAIL FROM', 'RCPT TO', 'DATA'];

/**
 * Hands mail to an SMTP server (RFC 5321), one connection to each, so that what happened to a message is known exactly: the dot that
 * ends it goes out only after `last` has said yes.
 * @param domain the right side of every Message-ID
 */
export function smtpCarrier(settings: SmtpSettings, domain: string, limits: SmtpLimits = {}): MailCarrier {
  const { wholeMillis = 45_000, silenceMillis = 20_000 } = limits;
  return {
    async hand(mail, last) {
      const bytes = await compose(mail, { from: settings.from, domain, date: machineNow() });
      return new Promise<Handed>((resolve) => {
        let completed = false;
        let stopped = false;
        const connection = new SMTPConnection({
          host: settings.host, port: settings.port, name: domain,
          secure: settings.tls === 'from-start', requireTLS: settings.tls === 'starttls', ignoreTLS: settings.tls === 'none',
          connectionTimeout: silenceMillis, greetingTimeout: silenceMillis, socketTimeout: silenceMillis, dnsTimeout: silenceMillis, maxResponseSize: 65_536,
          tls: { minVersion: 'TLSv1.2', ...(limits.ca === undefined ? {} : { ca: limits.ca }) },
        });
        let ended = false;
        const whole = setTimeout(() => failed(Object.assign(new Error('the attempt took too long'), { code: 'ETIMEDOUT' })), wholeMillis);
        const done = (handed: Handed): void => {
          if (ended) return;
          ended = true;
          clearTimeout(whole);
          // A message that is under way is cut off; a finished conversation is ended in order.
          if (handed.outcome === 'accepted' || handed.outcome === 'refused') connection.quit();
          else connection.close();
          resolve(handed);
        };
        const failed = (fault: Fault): void => {
          const answer = answerOf(fault);
          if (stopped) done({ outcome: 'stopped' });
          else if (fault.responseCode !== undefined && fault.responseCode >= 500 && OF_THE_MESSAGE.includes(fault.command ?? '')) done({ outcome: 'refused', answer });
          else if (completed && fault.responseCode === undefined) done({ outcome: 'unknown', answer });
          else done({ outcome: 'deferred', answer });
        };
        const send = (): void => {
          const content = Readable.from((async function* () {
            yield bytes;
            if (ended || !(await last())) {
              stopped = true;
              throw new Error('stopped before the end');
            }
            completed = true;
          })());
          connection.send({ from: settings.from.address, to: [mail.to], size: bytes.length }, content, (fault, info) => {
            if (fault) failed(fault);
            else done({ outcome: 'accepted', answer: /^\d{3}(?: \d\.\d{1,3}\.\d{1,3})?/.exec(info?.response ?? '')?.[0] ?? '250' });
          });
        };
        connection.on('error', failed);
        connection.connect((fault) => {
          if (fault) failed(fault);
          else if (settings.credentials === null) send();
          else connection.login({ credentials: settings.credentials }, (refused) => (refused ? failed(refused) : send()));
        });
      });
    },
  };
}
