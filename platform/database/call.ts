import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonical, type Json } from '#kernel/canonical.ts';
import type { DomainEvent } from '#kernel/event.ts';
import { refuse, type Refusal, type Result } from '#kernel/result.ts';
import type { Actor } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { on, type Database, type Tx } from './pool.ts';

/** Who acts, in which city, and which request asks for it. */
export type Caller = {
  readonly actor: Actor | null;
  readonly cityId: string | null;
  readonly requestId: string;
};

/** What a read is given: one snapshot, the database's now, the caller. */
export type ReadCall = Caller & { readonly tx: Tx; readonly now: Date };

/** An entry for the ledger. `body` holds no secret: where the law keeps something secret for a time, it holds a salted commitment. */
export type LedgerEntry = { readonly kind: string; readonly subject: string; readonly body: Json; /** Null for the platform's own chain. Default: the caller's city. */ readonly cityId?: string | null };

export type Job = { readonly task: string; readonly payload: Json; readonly queue?: string; readonly key?: string };

/** What a write is given besides: the record it must leave, events to tell, work to do later; all in the one transaction. */
export type WriteCall = ReadCall & {
  record(entry: LedgerEntry): void;
  emit(event: DomainEvent): void;
  later(job: Job): void;
};

/** The ledger's own entry: what the wrapper hands down for appending, last of all. */
export type StampedEntry = {
  readonly id: string;
  readonly cityId: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly body: Json;
  readonly actor: { readonly personId: string | null; readonly organisationId: string | null };
  /** The instant the act bears; differs from `realAt` only where a demonstration or a test told the time. */
  readonly toldAt: Date;
  readonly realAt: Date;
};

export type Repeatable = { readonly key: string; readonly route: string; readonly request: Json };

/** What the wrapper is wired with in app/: the platform imports no module. */
export type WriteWiring = {
  readonly database: Database;
  append(tx: Tx, entries: readonly StampedEntry[]): Promise<void>;
  /** Names of the consumers of an event. */
  consumersOf(eventName: string): readonly string[];
  /** Told after a commit that left something to chain or deliver. */
  committed(): void;
};

export type RepeatRefusal = 'idempotency-key-reused';

type Idempotency = { 'platform.idempotency': { scope: string; key: string; route: string; request_hash: string; response: string | null; created_at: Date } };

class Refusing extends Error {
  readonly refusal: Refusal<string>;
  constructor(refusal: Refusal<string>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function enter(tx: Tx, caller: Caller): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select transaction_timestamp() as now,
    set_config('qingcai.city', ${caller.cityId ?? ''}, true), set_config('qingcai.organisation', ${caller.actor?.organisationId ?? ''}, true),
    set_config('qingcai.person', ${caller.actor?.personId ?? ''}, true)`.execute(tx);
  return rows[0]!.now;
}

/** One snapshot for one read; the transaction is read only, and bears city, organisation and person. */
export async function read<T>(database: Database, caller: Caller, look: (call: ReadCall) => Promise<T>): Promise<T> {
  return database.kysely.transaction().setAccessMode('read only').execute(async (tx) => look({ ...caller, tx, now: await enter(tx, caller) }));
}

export type WriteOptions = {
  readonly repeat?: Repeatable;
  /** The instant of a demonstration or a test; nothing else may tell the time. */
  readonly told?: Date;
  /** Why this write leaves no entry of its own (a delivery whose cause is recorded already). */
  readonly unrecorded?: string;
};

/**
 * The only way to write. One request, one transaction: rows, ledger entry, events, jobs and the stored answer stand or fall together.
 * A refusal rolls everything back and is not stored. A write that records nothing is a fault.
 * With `repeat`, the same key gives the same answer without acting again; ten at once wait for the first.
 */
export async function write<T extends Json | void, Code extends string>(
  wiring: WriteWiring,
  caller: Caller,
  act: (call: WriteCall) => Promise<Result<T, Code>>,
  options: WriteOptions = {},
): Promise<Result<T, Code | RepeatRefusal>> {
  try {
    const value = await wiring.database.kysely.transaction().execute(async (tx) => {
      const realAt = await enter(tx, caller);
      const now = options.told ?? realAt;
      const scope = caller.actor?.personId ?? 'anonymous';
      if (options.repeat !== undefined) {
        const stored = await claim(tx, scope, options.repeat);
        if (stored !== undefined) return JSON.parse(stored) as T;
      }
      const entries: StampedEntry[] = [];
      const events: DomainEvent[] = [];
      const jobs: Job[] = [];
      const call: WriteCall = {
        ...caller,
        tx,
        now,
        record: (entry) =>
          void entries.push({
            id: newId(),
            cityId: entry.cityId === undefined ? caller.cityId : entry.cityId,
            kind: entry.kind,
            subject: entry.subject,
            body: entry.body,
            actor: { personId: caller.actor?.personId ?? null, organisationId: caller.actor?.organisationId ?? null },
            toldAt: now,
            realAt,
          }),
        emit: (event) => void events.push(event),
        later: (job) => void jobs.push(job),
      };
      const result = await act(call);
      if (!result.ok) throw new Refusing(result.refusal);
      if (entries.length === 0 && options.unrecorded === undefined) throw new Error('a write must leave an entry in the ledger');
      await tell(tx, wiring, events);
      for (const job of jobs) await enqueue(tx, job);
      if (options.repeat !== undefined) {
        await on<Idempotency>(tx).updateTable('platform.idempotency').set({ response: JSON.stringify(result.value ?? null) })
          .where('scope', '=', scope).where('key', '=', options.repeat.key).execute();
      }
      await wiring.append(tx, entries);
      return result.value;
    });
    wiring.committed();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refusing) return { ok: false, refusal: error.refusal as Refusal<Code> };
    throw error;
  }
}

/** Takes the key for this request, or gives the answer stored under it. A second caller waits here for the first one's commit. */
async function claim(tx: Tx, scope: string, repeat: Repeatable): Promise<string | undefined> {
  const hash = createHash('sha256').update(canonical(repeat.request)).digest('hex');
  const table = on<Idempotency>(tx);
  const taken = await table.insertInto('platform.idempotency')
    .values({ scope, key: repeat.key, route: repeat.route, request_hash: hash, response: null, created_at: sql<Date>`now()` })
    .onConflict((c) => c.doNothing()).executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return undefined;
  const stored = await table.selectFrom('platform.idempotency').select(['route', 'request_hash', 'response'])
    .where('scope', '=', scope).where('key', '=', repeat.key).executeTakeFirst();
  if (stored === undefined || stored.route !== repeat.route || stored.request_hash !== hash || stored.response === null) {
    throw new Refusing(refuse('idempotency-key-reused', 'Idempotency-Key').refusal);
  }
  return stored.response;
}

async function tell(tx: Tx, wiring: WriteWiring, events: readonly DomainEvent[]): Promise<void> {
  for (const event of events) {
    const id = newId();
    await sql`insert into platform.outbox (id, city_id, name, subject, body) values (${id}, ${event.cityId}, ${event.name}, ${event.subject}, ${canonical(event.body)})`.execute(tx);
    for (const consumer of wiring.consumersOf(event.name)) {
      await sql`insert into platform.outbox_pending (event_id, consumer, subject) values (${id}, ${consumer}, ${event.subject})`.execute(tx);
    }
  }
}

async function enqueue(tx: Tx, job: Job): Promise<void> {
  await sql`select graphile_worker.add_job(${job.task}, payload := ${JSON.stringify(job.payload)}::json, queue_name := ${job.queue ?? null}, job_key := ${job.key ?? null})`.execute(tx);
}
