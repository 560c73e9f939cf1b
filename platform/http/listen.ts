import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { makeWords } from '#platform/wording.ts';
import { refusalBody } from './errors.ts';
import { fenceHeaders } from './fence.ts';
import { wording } from './wording.ts';

export type Listening = { readonly port: number; stop(): Promise<void> };

/** How long a request may take to arrive (its head, and all of it), in milliseconds, and how large its head may be, in bytes. */
export type ArrivalLimits = { readonly headMillis: number; readonly wholeMillis: number; readonly headBytes: number; readonly everyMillis: number };
const LIMITS: ArrivalLimits = { headMillis: 20_000, wholeMillis: 120_000, headBytes: 16_384, everyMillis: 5_000 };

/** What a listener serves: Hono's `fetch`, with Node's own request beside. */
type Served = { fetch(request: Request, ...env: never[]): Response | Promise<Response> };

/**
 * Listens until stopped; stopping lets requests under way finish for ten seconds. A sender that dribbles its request is cut off in
 * time and told so; what Node's parser refuses is answered in the same form and behind the same headers as everything else.
 */
export function listen(app: Served, port: number, host: string, options: { publicOrigin?: string; limits?: Partial<ArrivalLimits> } = {}): Promise<Listening> {
  const limits = { ...LIMITS, ...options.limits };
  const blunt = bluntReplies(options.publicOrigin ?? '');
  const answer = getRequestListener(app.fetch as never, { overrideGlobalObjects: false, errorHandler: () => blunt.response('request-unreadable', 400) });
  // A request without a host is refused by us, behind the fence, not by Node without it.
  const server = createServer(
    { headersTimeout: limits.headMillis, requestTimeout: limits.wholeMillis, connectionsCheckingInterval: limits.everyMillis, maxHeaderSize: limits.headBytes, keepAliveTimeout: 5_000, requireHostHeader: false },
    (request, response) => void answer(request, response),
  );
  server.on('clientError', (fault: NodeJS.ErrnoException, socket: Socket) => {
    if (fault.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) return void socket.destroy();
    const [code, status] = REFUSED_BY_THE_PARSER[fault.code ?? ''] ?? ['request-unreadable', 400];
    socket.end(blunt.text(code, status));
  });
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(417, { ...blunt.headers, Connection: 'close' }).end(blunt.body('expectation', 417));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        stop: () => new Promise((done) => {
          const cut = setTimeout(() => server.closeAllConnections(), 10_000);
          server.close(() => {
            clearTimeout(cut);
            done();
          });
          server.closeIdleConnections();
        }),
      }),
    );
  });
}

const REFUSED_BY_THE_PARSER: Readonly<Record<string, readonly [code: string, status: number]>> = {
  HPE_HEADER_OVERFLOW: ['head-too-large', 431],
  ERR_HTTP_REQUEST_TIMEOUT: ['too-slow', 408],
};

/** Replies that are given before there is a request to speak of. */
function bluntReplies(publicOrigin: string) {
  const words = makeWords([wording]);
  const headers = { 'Content-Type': 'application/json', ...fenceHeaders(publicOrigin) };
  const body = (code: string, status: number): string => refusalBody(code, status, words);
  return {
    headers, body,
    response: (code: string, status: number) => new Response(body(code, status), { status, headers }),
    text(code: string, status: number): string {
      const said = body(code, status);
      const lines = Object.entries({ ...headers, 'Content-Length': String(Buffer.byteLength(said)), Connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
      return [`HTTP/1.1 ${status} Refused`, ...lines, '', said].join('\r\n');
    },
  };
}
