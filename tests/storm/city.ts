import path from 'node:path';
import { platformOn } from '#app/test-kit/platform.ts';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { verifyLedger, type LedgerFinding } from '#modules/ledger/index.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { withConnection } from '#platform/database/embedded-cluster.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { silent } from '#platform/log.ts';

export type StormCity = { /** An order as a client sends it. */ readonly body: object; readonly cookie: string };

/**
 * A small city on a durable database of its own: one product that may be bought, and a buyer with a session, who has placed one order.
 * @param forgetful the application's role commits without waiting for the disk: what `serve` refuses, and what a storm must be able to catch
 */
export async function preparedCity(data: string, forgetful = false): Promise<StormCity> {
  const cluster = await startEmbedded({ dataDir: data, durable: true });
  await migrate(cluster.ownerUrl, 'qingcai_app');
  const { platform: t, close } = await platformOn({ ...cluster, folder: path.join(data, 'files') });
  await paintStandard(t);
  const paint = await listedPaint(t);
  const buyer = await t.person('buyer.purchaser');
  const body = {
    supplierOrganisationId: paint.supplier.organisationId, site: { address: '湖州市吴兴区示例路 1 号', contact: '示例', phone: '0572-5550100' }, requiredOn: null, note: null, internalNote: null,
    lines: [{ listingId: paint.listingId, quantity: '200' }], seenTotal: null,
  };
  const probe = await t.request('POST', '/api/huzhou/orders', { as: buyer, body: body as never });
  if (probe.status !== 200) throw new Error(`the storm cannot begin: ${JSON.stringify(probe.body)}`);
  await t.drain();
  if (forgetful) await withConnection(cluster.adminUrl, (admin) => admin.query('alter role qingcai_app set synchronous_commit = off'));
  await close();
  await cluster.stop();
  return { body, cookie: buyer.cookie };
}

export type Found = {
  readonly orders: readonly string[];
  /** Rows that should be one to an order and are not: the requirement of its line, its entry in the ledger, its event. */
  readonly halves: readonly string[];
  /** Events that still wait for a consumer, and deliveries without an event or more than one to a consumer. */
  readonly undelivered: number;
  readonly ledger: LedgerFinding;
};

/** What the database holds when the storm is over, seen by its owner. */
export async function foundIn(data: string): Promise<Found> {
  const cluster = await startEmbedded({ dataDir: data, durable: true });
  const database = openDatabase(cluster.adminUrl.replace(/\/postgres(?=\?|$)/, '/qingcai'), silent, { max: 2 });
  try {
    const { rows } = await database.pool.query<{ id: string; whole: boolean }>(`
      select c.id, (select count(*) from orders.line l join orders.requirement r on r.city_id = l.city_id and r.sha256 = l.requirement where l.city_id = c.city_id and l.order_id = c.id) = 1
        and (select count(*) from ledger.entry e where e.city_id = c.city_id and e.subject = 'order:' || c.id and e.kind = 'order-placed') = 1
        and (select count(*) from platform.outbox o where o.subject = c.id::text and o.name like 'orders.placed@%') = 1 as whole
      from orders.contract c`);
    const { rows: [waiting] } = await database.pool.query<{ open: string }>('select count(*) as open from platform.outbox_pending');
    return { orders: rows.map(({ id }) => id), halves: rows.filter(({ whole }) => !whole).map(({ id }) => id), undelivered: Number(waiting!.open), ledger: await verifyLedger(database) };
  } finally {
    await database.close();
    await cluster.stop();
  }
}
