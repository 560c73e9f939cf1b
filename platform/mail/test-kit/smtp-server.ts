import { after } from 'node:test';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { aCertificate } from './certificate.ts';

/** What the server does with the next message. `silent`: it takes the end of the message and never answers. `cut…`: it closes the line. */
export type Mood = 'takes' | 'refuses-recipient' | 'not-now' | 'refuses-content' | 'not-this-content-now' | 'silent' | 'cut-in-the-middle' | 'cut-after-the-end';

export type Received = { readonly from: string; readonly to: readonly string[]; readonly raw: string; readonly tls: boolean; readonly user: string | undefined };

export type SmtpForTests = {
  readonly url: string;
  readonly ca: string;
  /** Messages the server saw to their end, whatever it answered. */
  readonly received: Received[];
  mood: Mood;
  /** How often somebody came. */
  visits: number;
  close(): Promise<void>;
};

export const USER = 'qingcai';
export const PASSWORD = 'p@ss: 词';

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server on this machine with TLS and authentication, in the mood a test gives it. Closed when the test file ends. */
export async function anSmtpServer(options: { tls?: 'from-start' | 'starttls' | 'not-offered' } = {}): Promise<SmtpForTests> {
  const { tls = 'starttls' } = options;
  const { key, cert } = aCertificate();
  const received: Received[] = [];
  const server = new SMTPServer({
    secure: tls === 'from-start', key, cert, authOptional: false, logger: false, closeTimeout: 100, size: 1_000_000,
    disabledCommands: tls === 'not-offered' ? ['STARTTLS'] : [], allowInsecureAuth: tls === 'not-offered',
    onConnect(_session, done) {
      state.visits += 1;
      done();
    },
    onAuth: (auth, _session, done) => (auth.username === USER && auth.password === PASSWORD ? done(null, { user: USER }) : done(refusal(535, '5.7.8 wrong user or password'))),
    onRcptTo(address, _session, done) {
      if (state.mood === 'refuses-recipient') done(refusal(550, `5.1.1 no such user ${address.address}`));
      else if (state.mood === 'not-now') done(refusal(451, '4.3.2 come back later'));
      else done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      const cut = (): void => {
        for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
      };
      stream.on('data', (part: Buffer) => {
        parts.push(part);
        if (state.mood === 'cut-in-the-middle') cut();
      });
      stream.on('end', () => {
        if (state.mood === 'cut-in-the-middle') return;
        received.push({
          from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((one) => one.address),
          raw: Buffer.concat(parts).toString('utf8'), tls: session.secure, user: typeof session.user === 'string' ? session.user : undefined,
        });
        if (state.mood === 'takes') done(null, '2.0.0 queued');
        else if (state.mood === 'refuses-content') done(refusal(554, '5.7.1 not that'));
        else if (state.mood === 'not-this-content-now') done(refusal(452, '4.2.2 full'));
        else if (state.mood === 'cut-after-the-end') cut();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= new Promise((resolve) => server.close(() => resolve())));
  after(close);
  const state: SmtpForTests = {
    url: `${tls === 'from-start' ? 'smtps' : 'smtp'}://${USER}:${encodeURIComponent(PASSWORD)}@localhost:${port}`,
    ca: cert, received, mood: 'takes', visits: 0, close,
  };
  return state;
}

/** The value of a header of a received mail, unfolded; its encoded words (RFC 2047) read. */
export function headerOf(raw: string, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim()
    .replaceAll(/\?= +=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('latin1') : text.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/gi, (_hex, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
    .replace(/.*/s, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

/** The parts of a mail with their transfer encoding undone. */
export function partsOf(raw: string): { readonly text: string; readonly html: string } {
  const found = { text: '', html: '' };
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  for (const part of boundary === undefined ? [raw] : raw.split(`--${boundary}`)) {
    const split = part.indexOf('\r\n\r\n');
    const [head, body] = [part.slice(0, split), part.slice(split + 4)];
    const decoded = /base64/i.test(head)
      ? Buffer.from(body, 'base64').toString('utf8')
      : /quoted-printable/i.test(head)
        ? Buffer.from(body.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8')
        : body;
    if (/content-type: text\/plain/i.test(head)) found.text = decoded;
    if (/content-type: text\/html/i.test(head)) found.html = decoded;
  }
  return found;
}
