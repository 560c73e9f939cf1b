import type { Rule } from '#kernel/policy.ts';
import type { Json } from '#kernel/canonical.ts';
import type { ReadCall, WriteCall } from '#platform/database/call.ts';
import type { City, RequestContext, Routes } from '#platform/http/serve.ts';
import type { Logger } from '#platform/log.ts';
import type { Words, Wording } from '#platform/wording.ts';
import type { Database } from '#platform/database/pool.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Result } from '#kernel/result.ts';

/** A module's manifest: what it is, what it uses, what it adds to the whole. Read only by app/. */
export type Module = {
  readonly name: string;
  /** Modules that stand before it and that it imports; a test holds this against the imports really seen. */
  readonly uses: readonly string[];
  readonly wording?: Wording;
  readonly routes?: Routes;
  /** Routes that carry bytes rather than JSON: uploads, downloads, page images. */
  readonly byteRoutes?: readonly ByteRoute[];
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  /** Consumers of events, by event name. Each must bear being told twice. */
  readonly consumes?: Readonly<Record<string, Consumer>>;
};

/** What the wiring in app/ lends to jobs, byte routes and consumers. */
export type Wired = {
  readonly database: Database;
  readonly files: FileStore;
  readonly words: Words;
  readonly log: Logger;
  /** Runs a function of a module's confined entry over the bytes of a stored file. */
  readonly confined: Confined;
  write<T extends Json | void, C extends string>(caller: { cityId: string | null; actor: null; requestId: string }, act: (call: WriteCall) => Promise<Result<T, C>>, unrecorded?: string): Promise<Result<T, C | 'idempotency-key-reused'>>;
};

/** A pool of confined processes that parse what strangers sent: `run('readReport', bytes, {})`. */
export type Confined = { run<T>(fn: string, bytes: Uint8Array, args: Json): Promise<Result<T>> };

export type ByteCall = { readonly city: City | null; readonly request: RequestContext; readonly params: Readonly<Record<string, string>>; readonly url: URL; readonly raw: Request; readonly wired: Wired };

export type ByteRoute = {
  readonly name: string;
  readonly method: 'GET' | 'PUT';
  /** Hono's pattern below /api, for example `/documents/files` or `/:city/…`. */
  readonly path: string;
  readonly rule: Rule;
  readonly summary: string;
  readonly tag: string;
  handle(call: ByteCall): Promise<Response>;
};

export type JobHandler = (payload: Json, wired: Wired) => Promise<void>;

export type DeliveredEvent = { readonly id: string; readonly name: string; readonly subject: string; readonly cityId: string | null; readonly body: Json };
export type Consumer = (call: WriteCall, event: DeliveredEvent) => Promise<void>;

export type { ReadCall };
