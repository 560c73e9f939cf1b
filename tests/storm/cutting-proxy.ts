import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy between client and server that loses answers: what is sent back has been committed, and the client does not learn of it. */
export type CuttingProxy = { readonly port: number; readonly cut: () => number; close(): Promise<void> };

/** Passes everything on, but breaks the connection at every `nth` answer that begins with success, before a byte of it reaches the client. */
export function cuttingProxy(to: number, nth: number): Promise<CuttingProxy> {
  let answers = 0;
  let cut = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1');
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => {}).on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', (piece: Buffer) => {
      if (piece.subarray(0, 12).toString('latin1') === 'HTTP/1.1 200' && ++answers % nth === 0) {
        cut += 1;
        client.destroy();
        return;
      }
      client.write(piece);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({
      port: (server.address() as AddressInfo).port,
      cut: () => cut,
      close: () => new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => done());
      }),
    }));
  });
}
