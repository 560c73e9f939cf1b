import { sql } from 'kysely';
import { ok } from '#kernel/result.ts';
import { write, type WriteWiring } from '#platform/database/call.ts';
import { noteOnDuty, readOnDuty } from '#platform/database/duty.ts';
import type { Logger } from '#platform/log.ts';
import type { Consumer, DeliveredEvent } from '#platform/module.ts';
import { startRounds, type Rounds } from './rounds.ts';

const RETRY_SECONDS = [1, 5, 30, 300, 3_600];

export type Courier = Rounds & { idle(): Promise<boolean> };

/**
 * Delivers events to their consumers: at least once, in order per subject and consumer. Each delivery is one transaction
 * with the consumer's own writes, marked by the unique row (event, consumer), so that a repeat has no effect.
 */
export function startCourier(wiring: WriteWiring, consumers: ReadonlyMap<string, Consumer>, log: Logger): Courier {
  const rounds = startRounds(() => deliverOne(wiring, consumers, log), 0, log, 'events could not be delivered and will be tried again');
  return {
    ...rounds,
    async idle() {
      const { rows } = await readOnDuty(wiring.database, 'courier', (tx) => sql<{ waiting: boolean }>`select exists (select from platform.outbox_pending) as waiting`.execute(tx));
      return rows[0]?.waiting === false;
    },
  };
}

type Due = { event_id: string; consumer: string; attempts: number; name: string; subject: string; city_id: string | null; body: string };

/** Delivers the oldest due event; false where nothing is due. */
export async function deliverOne(wiring: WriteWiring, consumers: ReadonlyMap<string, Consumer>, log: Logger): Promise<boolean> {
  let taken: Due | undefined;
  try {
    await write(
      wiring,
      { actor: null, cityId: null, requestId: 'delivery' },
      async (call) => {
        // An event waits while an earlier one of its subject still waits for the same consumer.
        const { rows } = await sql<Due>`
          select p.event_id, p.consumer, p.attempts, o.name, o.subject, o.city_id, o.body
          from platform.outbox_pending p join platform.outbox o on o.id = p.event_id
          where p.not_before <= now() and not exists (
            select from platform.outbox_pending q where q.consumer = p.consumer and q.subject = p.subject and q.event_id < p.event_id)
          order by p.event_id limit 1 for update of p skip locked`.execute(call.tx);
        taken = rows[0];
        if (taken === undefined) return ok(undefined);
        const consumer = consumers.get(taken.consumer);
        if (consumer === undefined) throw new Error(`no consumer named ${taken.consumer}`);
        const marked = await sql`insert into platform.outbox_delivery (event_id, consumer) values (${taken.event_id}, ${taken.consumer}) on conflict do nothing`.execute(call.tx);
        const event: DeliveredEvent = { id: taken.event_id, name: taken.name, subject: taken.subject, cityId: taken.city_id, body: JSON.parse(taken.body) as DeliveredEvent['body'] };
        if (marked.numAffectedRows === 1n) await consumer({ ...call, cityId: taken.city_id }, event);
        await sql`delete from platform.outbox_pending where event_id = ${taken.event_id} and consumer = ${taken.consumer}`.execute(call.tx);
        return ok(undefined);
      },
      { unrecorded: 'a delivery; its cause is in the ledger', duty: 'courier' },
    );
  } catch (error) {
    if (taken === undefined) throw error;
    const wait = RETRY_SECONDS[Math.min(taken.attempts, RETRY_SECONDS.length - 1)]!;
    log.error({ event: taken.name, consumer: taken.consumer, fault: String(error) }, 'an event could not be delivered and will be tried again');
    const { event_id, consumer } = taken;
    await noteOnDuty(wiring.database, 'courier', (tx) => sql`update platform.outbox_pending set attempts = attempts + 1, not_before = now() + make_interval(secs => ${wait}), last_fault = ${String(error).slice(0, 500)}
      where event_id = ${event_id} and consumer = ${consumer}`.execute(tx));
    return true;
  }
  return taken !== undefined;
}
