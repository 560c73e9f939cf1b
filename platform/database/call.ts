import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { canonical, type Json } from '#kernel/canonical.ts';
import type { DomainEvent } from '#kernel/event.ts';
import { refuse, type Refusal, type Result } from '#kernel/result.ts';
import { CITY_BODIES, type Actor } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import type { Duty } from './duty.ts';
import type { Database, Tx } from './pool.ts';
import { transact } from './transact.ts';

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
  /** The statement that appends these entries, one at least, to the ledger. */
  entries(entries: readonly StampedEntry[]): RawBuilder<unknown>;
  /** Names of the consumers of an event. */
  consumersOf(eventName: string): readonly string[];
  /** Told after a commit: whether it left entries to chain, and events that somebody waits for. */
  committed(left: { readonly entries: boolean; readonly events: boolean }): void;
};

export type RepeatRefusal = 'idempotency-key-reused';

class Refusing extends Error {
  readonly refusal: Refusal<string>;
  constructor(refusal: Refusal<string>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Begins the caller's part of a transaction: its instant, and the city, organisation, person, office and duty it bears, on which the
 * second fence rests. With `repeat`, the answer stored under the key, if any.
 */
async function enter(tx: Tx, caller: Caller, { repeat, duty }: Pick<WriteOptions, 'repeat' | 'duty'>): Promise<{ now: Date; stored: Stored | undefined }> {
  const stored = repeat === undefined ? sql`null, null, null` : sql`i.route, i.request_hash, i.response`;
  const from = repeat === undefined ? sql`` : sql`from (select) as one left join platform.answer_under(${scopeOf(caller)}, ${repeat.key}) i on true`;
  const { rows } = await sql<Stored & { now: Date }>`/* prepared */ select transaction_timestamp() as now,
    set_config('qingcai.city', ${caller.cityId ?? ''}, true), set_config('qingcai.organisation', ${caller.actor?.organisationId ?? ''}, true),
    set_config('qingcai.person', ${caller.actor?.personId ?? ''}, true), set_config('qingcai.office', ${officeOf(caller)}, true), set_config('qingcai.duty', ${duty ?? ''}, true), ${stored} ${from}`.execute(tx);
  const row = rows[0]!;
  return { now: row.now, stored: repeat === undefined || row.route === null ? undefined : row };
}

type Stored = { readonly route: string | null; readonly request_hash: string | null; readonly response: string | null };

/** Whose keys: a person's in the seat they act from, or the anonymous callers'. */
const scopeOf = (caller: Caller): string => (caller.actor === null ? 'anonymous' : `${caller.actor.personId} ${caller.actor.membershipId ?? ''}`);

/** Which body of the call's city the caller's organisation is; empty for whoever is none, and for a body of another city. */
const officeOf = ({ actor, cityId }: Caller): string => (cityId !== null && actor?.homeCityId === cityId && actor.organisationKind !== null && CITY_BODIES.includes(actor.organisationKind) ? actor.organisationKind : '');

/** One snapshot for all statements of one read; the transaction is read only, and bears city, organisation and person. */
export async function read<T>(database: Database, caller: Caller, look: (call: ReadCall) => Promise<T>, options: Pick<WriteOptions, 'duty'> = {}): Promise<T> {
  return transact(database, 'look', (tx) => enter(tx, caller, options), (tx, { now }) => look({ ...caller, tx, now }));
}

export type WriteOptions = {
  readonly repeat?: Repeatable;
  /** The instant of a demonstration or a test; nothing else may tell the time. */
  readonly told?: Date;
  /** Why this write leaves no entry of its own (a delivery whose cause is recorded already). */
  readonly unrecorded?: string;
  /** Internal work that passes the second fence. Never a request's. */
  readonly duty?: Duty;
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
  const { repeat } = options;
  const told = { entries: false, events: false };
  try {
    const value = await transact(wiring.database, 'act', (tx) => enter(tx, caller, options), async (tx, { now: realAt, stored }, last) => {
      if (repeat !== undefined && stored !== undefined) return answerOf<T>(stored, repeat);
      const now = options.told ?? realAt;
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
      for (const job of jobs) await enqueue(tx, job);
      const left = leftBehind(wiring, caller, events, repeat, result.value);
      if (left !== undefined) last(left.compile(tx));
      if (entries.length > 0) last(wiring.entries(entries).compile(tx));
      told.entries = entries.length > 0;
      told.events = events.some((event) => wiring.consumersOf(event.name).length > 0);
      return result.value;
    });
    wiring.committed(told);
    return { ok: true, value };
  } catch (error) {
    const late = overtaken(error);
    if (!(error instanceof Refusing) && !late) throw error;
    // The same request may have been answered meanwhile: then this is its answer, not a refusal of what it did itself.
    const first = repeat === undefined ? undefined : (await transact(wiring.database, 'look', (tx) => enter(tx, caller, options), async (_, entered) => entered)).stored;
    if (repeat !== undefined && first !== undefined) {
      try {
        return { ok: true, value: answerOf<T>(first, repeat) };
      } catch (other) {
        if (other instanceof Refusing) return { ok: false, refusal: other.refusal as Refusal<RepeatRefusal> };
        throw other;
      }
    }
    if (!(error instanceof Refusing)) throw new Error('a repeated request was overtaken by one that left no answer', { cause: error });
    return { ok: false, refusal: error.refusal as Refusal<Code> };
  }
}

const hashOf = (request: Json): string => createHash('sha256').update(canonical(request)).digest('hex');

/** The stored answer to the same request; a key that was used for another one is refused. */
function answerOf<T>(stored: Stored, repeat: Repeatable): T {
  if (stored.route !== repeat.route || stored.request_hash !== hashOf(repeat.request) || stored.response === null) throw new Refusing(refuse('idempotency-key-reused', 'Idempotency-Key').refusal);
  return JSON.parse(stored.response) as T;
}

/**
 * The stored answer and the events with their deliveries, in one statement; undefined where there is neither. Where the same key is
 * under way, it waits for the first one's commit and then breaks the key's uniqueness: the caller was overtaken.
 */
function leftBehind(wiring: WriteWiring, caller: Caller, events: readonly DomainEvent[], repeat: Repeatable | undefined, value: Json | void): RawBuilder<unknown> | undefined {
  const told = events.map((event) => ({ id: newId(), city_id: event.cityId, name: event.name, subject: event.subject, body: canonical(event.body), consumers: wiring.consumersOf(event.name) }));
  const pending = told.flatMap((event) => event.consumers.map((consumer) => ({ event_id: event.id, consumer, subject: event.subject })));
  const parts: RawBuilder<unknown>[] = [];
  if (told.length > 0) parts.push(sql`o as (insert into platform.outbox (id, city_id, name, subject, body) select id, city_id, name, subject, body from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as x (id uuid, city_id uuid, name text, subject text, body text))`);
  if (pending.length > 0) parts.push(sql`w as (insert into platform.outbox_pending (event_id, consumer, subject) select event_id, consumer, subject from jsonb_to_recordset(${JSON.stringify(pending)}::jsonb) as x (event_id uuid, consumer text, subject text))`);
  if (repeat !== undefined) parts.push(sql`i as (insert into platform.idempotency (scope, key, route, request_hash, response)
    values (${scopeOf(caller)}, ${repeat.key}, ${repeat.route}, ${hashOf(repeat.request)}, ${JSON.stringify(value ?? null)}))`);
  return parts.length === 0 ? undefined : sql`/* prepared */ with ${sql.join(parts)} select`;
}

/** Whether a fault says that the same key was answered meanwhile. */
const overtaken = (fault: unknown): boolean => fault instanceof pg.DatabaseError && fault.code === '23505' && fault.constraint === 'idempotency_pkey';

async function enqueue(tx: Tx, job: Job): Promise<void> {
  await sql`select graphile_worker.add_job(${job.task}, payload := ${JSON.stringify(job.payload)}::json, queue_name := ${job.queue ?? null}, job_key := ${job.key ?? null})`.execute(tx);
}
