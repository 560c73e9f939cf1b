import { Readable } from 'node:stream';
import type { Socket } from 'node:net';
import type pg from 'pg';

/*
 * PostgreSQL's COPY over pg's own connection: pg hands the messages of a COPY to whoever asked, and does no more. Both directions stop
 * the sender while the receiver is busy, so that a table of any size passes through a few buffers. Not for pipelined connections.
 */
type Wire = { readonly stream: Socket; query(text: string): void; sendCopyFromChunk(chunk: Uint8Array): void; endCopyFrom(): void; sendCopyFail(why: string): void };
type Handlers = {
  submit(wire: Wire): void;
  handleCopyData?(message: { readonly chunk: Buffer }, wire: Wire): void;
  handleCopyInResponse?(wire: Wire): void;
  handleCommandComplete(message: { readonly text: string }): void;
  handleReadyForQuery(): void;
  handleError(fault: Error): void;
};
const ask = (client: pg.Client, handlers: Handlers): void => void client.query(handlers as unknown as pg.Submittable);

/** `COPY 1234` as the database ends with. */
const rowsOf = (text: string): number => Number(/^COPY (\d+)/.exec(text)?.[1] ?? '0');

/** What `copy … to stdout` sends, and how many rows it was once all is read. */
export function copyOut(client: pg.Client, statement: string): { readonly data: Readable; readonly rows: Promise<number> } {
  const rows = Promise.withResolvers<number>();
  // A reader that gives up learns of it from the stream.
  rows.promise.catch(() => {});
  let wire: Wire | undefined;
  let counted = 0;
  const data = new Readable({
    highWaterMark: 256 * 1024,
    read: () => void wire?.stream.resume(),
    destroy(fault, done) {
      // What is still on its way can be stopped only with the connection.
      if (!data.readableEnded) wire?.stream.destroy();
      rows.reject(fault ?? new Error('the copy was given up'));
      done(fault);
    },
  });
  ask(client, {
    submit(connection) {
      wire = connection;
      connection.query(statement);
    },
    handleCopyData({ chunk }, connection) {
      // pg reads the next message into the same memory.
      if (!data.push(Buffer.from(chunk))) connection.stream.pause();
    },
    handleCommandComplete: ({ text }) => void (counted = rowsOf(text)),
    handleReadyForQuery() {
      rows.resolve(counted);
      data.push(null);
    },
    handleError(fault) {
      rows.reject(fault);
      data.destroy(fault);
    },
  });
  return { data, rows: rows.promise };
}

/** Sends `source` as the data of `copy … from stdin`; answers with the number of rows. A source that fails makes the statement fail. */
export function copyIn(client: pg.Client, statement: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    let counted = 0;
    let fault: Error | undefined;
    const pump = async (wire: Wire): Promise<void> => {
      try {
        for await (const chunk of source) {
          if (fault !== undefined) return;
          wire.sendCopyFromChunk(chunk);
          if (wire.stream.writableNeedDrain) await new Promise((drained) => wire.stream.once('drain', drained).once('close', drained));
        }
        wire.endCopyFrom();
      } catch (broken) {
        fault = broken instanceof Error ? broken : new Error(String(broken));
        wire.sendCopyFail('the source broke off');
      }
    };
    ask(client, {
      submit: (wire) => wire.query(statement),
      handleCopyInResponse: (wire) => void pump(wire),
      handleCommandComplete: ({ text }) => void (counted = rowsOf(text)),
      handleReadyForQuery: () => (fault === undefined ? resolve(counted) : reject(fault)),
      handleError(said) {
        fault ??= said;
        // After a fault of the statement the database says that it is ready; after the loss of the connection nothing comes any more.
        reject(fault);
      },
    });
  });
}
