import type { NoticeCatalogue } from '#kernel/notice.ts';
import type { z } from 'zod';
import type { Rule } from '#kernel/policy.ts';
import type { Json } from '#kernel/canonical.ts';
import type { DataMap } from '#kernel/data-map.ts';
import type { Caller, ReadCall, WriteCall } from '#platform/database/call.ts';
import type { City, RequestContext, Routes } from '#platform/http/serve.ts';
import type { Vault } from '#platform/vault.ts';
import type { RefusalTally } from '#platform/http/tally.ts';
import type { Demand } from '#platform/http/limits.ts';
import type { Round } from '#platform/jobs/rounds.ts';
import type { Logger } from '#platform/log.ts';
import type { Carriers } from '#platform/mail/carrier.ts';
import type { Words, Wording } from '#platform/wording.ts';
import type { Database, Tx } from '#platform/database/pool.ts';
import type { ConfinedPool } from '#platform/confined/pool.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { LegalDay } from '#kernel/date.ts';
import type { RefusalFacts, Result } from '#kernel/result.ts';

/** A module's manifest: what it is, what it uses, what it adds to the whole. Read only by app/. */
export type Module = {
  readonly name: string;
  /** Modules that stand before it and that it imports; a test holds this against the imports really seen. */
  readonly uses: readonly string[];
  readonly wording?: Wording;
  readonly routes?: Routes;
  /** Routes that carry bytes rather than JSON: uploads, downloads, page images. */
  readonly byteRoutes?: readonly ByteRoute[];
  /**
   * The code that parses strangers' files, by the name of its pool, and the only functions of it that may be called.
   * Runs in confined processes; code that needs native addons has a pool of its own, so that the rest can do without them.
   */
  readonly confined?: Readonly<Record<string, { readonly entry: URL; readonly functions: readonly string[]; readonly addons?: boolean }>>;
  /** What the module tells organisations, each with what it is: who may leave it out follows from that. */
  readonly notices?: NoticeCatalogue;
  /** Days that organisations are reminded of. */
  readonly deadlines?: readonly DeadlineSource[];
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  /** What is done again and again beside the jobs: found in the module's own rows, so that nothing is lost with a process. */
  readonly rounds?: readonly Round<Wired>[];
  /** Consumers of events, by event name. Each must bear being told twice. */
  readonly consumes?: Readonly<Record<string, Consumer>>;
  /** What each column of the module's own tables holds of a person or of a secret, from `store/data-map.ts`; needed by whoever has tables. */
  readonly dataMap?: DataMap;
};

/**
 * A kind of day of which organisations are reminded three times. The question is asked by notifications; each module answers for its own things.
 * `code`: the wording, which gets `day`, `nth` (1 to 3) and the facts. `steps`: days from the day in question, earliest first, negative before it.
 */
export type DeadlineSource = {
  readonly code: `${string}.notice.${string}`;
  readonly steps: readonly [number, number, number];
  /** What is still open with its day in this range, in the order of ids, after the one named. Looks at all cities. */
  open(tx: Tx, range: { readonly from: LegalDay; readonly to: LegalDay; readonly after: string | null; readonly limit: number }): Promise<readonly {
    readonly organisationId: string; readonly cityId: string; readonly subjectKind: string; readonly subjectId: string; readonly day: LegalDay;
    readonly facts: RefusalFacts; readonly path: string;
  }[]>;
};

/** What the wiring in app/ lends to jobs, byte routes and consumers. */
export type Wired = {
  readonly database: Database;
  readonly files: FileStore;
  readonly words: Words;
  readonly log: Logger;
  readonly vault: Vault;
  readonly carriers: Carriers;
  /** What each column of the database holds of a person or of a secret: the maps of all modules, joined. */
  readonly dataMap: DataMap;
  /** Of all modules. */
  readonly deadlines: readonly DeadlineSource[];
  /** What was refused lately. */
  readonly refusals: RefusalTally;
  /** The pool of confined processes of a module, as `laboratories.reading`. Throws where no module declares it. */
  confined(pool: string): Confined;
  /** One snapshot, as the caller: outside of it nothing is seen of a fenced table. What a job receives reads on the duty of a job. */
  read<T>(caller: Caller, look: (call: ReadCall) => Promise<T>): Promise<T>;
  write<T extends Json | void, C extends string>(caller: Caller, act: (call: WriteCall) => Promise<Result<T, C>>, unrecorded?: string): Promise<Result<T, C | 'idempotency-key-reused'>>;
};

/** A pool of confined processes that parse what strangers sent: `run('readReport', bytes, {}, ReportPages)`. */
export type Confined = Pick<ConfinedPool, 'run' | 'bytes'>;

export type ByteCall = { readonly city: City | null; readonly request: RequestContext; readonly params: Readonly<Record<string, string>>; readonly url: URL; readonly raw: Request; readonly wired: Wired };

export type ByteRoute = {
  readonly name: string;
  readonly method: 'GET' | 'PUT';
  /** Hono's pattern below /api, for example `/documents/files` or `/:city/…`. */
  readonly path: string;
  readonly rule: Rule;
  readonly summary: string;
  readonly tag: string;
  /** From which buckets a request takes before anything else is done for it. */
  limits?(request: RequestContext): readonly Demand[];
  /** What a good answer is; a stored file where nothing is said. */
  readonly gives?: 'file' | 'picture' | 'json';
  /** The schema of a good answer in JSON. */
  readonly schema?: z.ZodType;
  /** Its refusals beside those that any route may give, with their status. */
  readonly refusals?: Readonly<Record<string, number>>;
  handle(call: ByteCall): Promise<Response>;
};

export type JobHandler = (payload: Json, wired: Wired) => Promise<void>;

export type DeliveredEvent = { readonly id: string; readonly name: string; readonly subject: string; readonly cityId: string | null; readonly body: Json };
export type Consumer = (call: WriteCall, event: DeliveredEvent) => Promise<void>;

export type { ReadCall };
