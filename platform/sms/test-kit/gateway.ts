import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

/** What the gateway does with the next request. `slow`: it sends the message and never answers; `cut`: it sends it and closes the line. */
export type Mood = 'takes' | 'refuses' | 'wrong-number' | 'busy' | 'down' | 'slow' | 'cut' | 'redirects' | 'babbles' | 'endless';

export type Gateway = {
  readonly url: string;
  readonly token: string;
  mood: Mood;
  /** Every request that came. */
  readonly asked: { readonly id: string; readonly authorised: boolean; readonly key: string | undefined }[];
  /** What really went to a telephone: an id once, as the protocol asks. */
  readonly sent: Map<string, { readonly to: string; readonly text: string }>;
};

/** A real HTTP server on this machine that speaks the protocol of docs/api/sms.md. Closed when the test file ends. */
export async function aGateway(): Promise<Gateway> {
  const token = 'a-token-for-tests-alone';
  const asked: Gateway['asked'] = [];
  const sent: Gateway['sent'] = new Map();
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const message = JSON.parse(body) as { id: string; to: string; text: string };
      const authorised = request.headers.authorization === `Bearer ${token}`;
      asked.push({ id: message.id, authorised, key: request.headers['idempotency-key'] as string | undefined });
      const answer = (status: number, value: object | string): void => void response.writeHead(status, { 'Content-Type': 'application/json' }).end(typeof value === 'string' ? value : JSON.stringify(value));
      if (!authorised) return answer(401, {});
      const { mood } = gateway;
      if (mood === 'takes' || mood === 'slow' || mood === 'cut') sent.set(message.id, sent.get(message.id) ?? { to: message.to, text: message.text });
      switch (mood) {
        case 'takes': return answer(202, { state: 'accepted' });
        case 'refuses': return answer(200, { state: 'refused', code: 'not-in-service' });
        case 'wrong-number': return answer(422, { state: 'refused' });
        case 'busy': return answer(429, {});
        case 'down': return answer(503, 'down');
        case 'cut': return void request.socket.destroy();
        case 'redirects': return void response.writeHead(302, { Location: 'http://127.0.0.1:1/elsewhere' }).end();
        case 'babbles': return answer(200, '<html>welcome +8613800001234</html>');
        case 'endless': {
          response.writeHead(200, { 'Content-Type': 'application/json' });
          const more = (): void => void (response.destroyed || !response.write('x'.repeat(65_536)) ? response.once('drain', more) : setImmediate(more));
          return more();
        }
        case 'slow': return undefined;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const gateway: Gateway = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, token, mood: 'takes', asked, sent };
  return gateway;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
