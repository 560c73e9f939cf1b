import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { httpApp } from '#app/server.ts';
import { listen } from '#platform/http/listen.ts';
import { startWorker } from '#app/worker.ts';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { newId } from '#platform/clock.ts';
import { ground } from './ground.ts';
import { load, machine, median, percentile, rounded, ROUNDS, type Call, type Measurement } from './measure.ts';

/** Seconds of one round of one side. */
const MILLIS = 4_000;

/**
 * An order with gate, snapshot, notice, event, ledger and stored answer, beside a hand-written order: one HTTP call with eight
 * statements, begin and commit among them, without session, rights, gate, ledger or repeat. Same database, fsync on.
 */
export async function bench(say: (line: string) => void): Promise<Measurement[]> {
  const { t, cluster, close } = await ground();
  await paintStandard(t);
  const paint = await listedPaint(t);
  const buyer = await t.person('buyer.purchaser');
  const app = httpApp(t.platform, { publicOrigin: 'http://localhost:1', webFolder: null, ready: () => true });
  const ours = await listen(app, 0, '127.0.0.1');
  const worker = await startWorker(t.platform);
  const floor = await floorServer(cluster.ownerUrl);

  const body = JSON.stringify({
    supplierOrganisationId: paint.supplier.organisationId, site: { address: '湖州市吴兴区示例路 1 号', contact: '示例', phone: '0572-5550100' }, requiredOn: null, note: null, internalNote: null,
    lines: [{ listingId: paint.listingId, quantity: '200' }], seenTotal: null,
  });
  const order = (): Call => ({ method: 'POST', path: '/api/huzhou/orders', body, headers: { Host: 'localhost:1', 'Content-Type': 'application/json', Origin: 'http://localhost:1', Cookie: buyer.cookie, 'Idempotency-Key': newId() } });
  const plain = (): Call => ({ method: 'POST', path: '/', body, headers: { 'Content-Type': 'application/json' } });

  const rates: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  const alone: number[] = [];
  await load(ours.port, 4, 1_500, order);
  await load(floor.port, 4, 1_500, plain);
  for (let round = 1; round <= ROUNDS; round++) {
    rates.ours.push((await load(ours.port, 16, MILLIS, order)).perSecond);
    rates.floor.push((await load(floor.port, 16, MILLIS, plain)).perSecond);
    alone.push(percentile((await load(ours.port, 1, 1_500, order)).latencies, 0.95));
    say(`orders, round ${round}: ours ${rates.ours.at(-1)!.toFixed(0)}/s, floor ${rates.floor.at(-1)!.toFixed(0)}/s, alone p95 ${alone.at(-1)!.toFixed(1)} ms`);
  }
  await ours.stop();
  await worker.stop();
  await floor.stop();
  await close();
  const ratio = median(rates.ours) / median(rates.floor);
  const conditions = `${machine()}; load from the same process over 16 connections, ${MILLIS / 1000} s a round; PostgreSQL 18 embedded, fsync and synchronous_commit on; ledger, courier and jobs running`;
  return [
    { path: 'orders placed per second, c=16', ours: rounded(median(rates.ours), 0), floor: rounded(median(rates.floor), 0), ratio: rounded(ratio, 3), goal: 'ratio >= 0.25', holds: ratio >= 0.25, conditions },
    { path: 'order p95 alone, ms', ours: rounded(median(alone), 1), floor: null, ratio: null, goal: '<= 15 ms', holds: median(alone) <= 15, conditions: conditions.replace('16 connections', '1 connection') },
  ];
}

/** The floor: what the business result costs at the least. */
async function floorServer(ownerUrl: string): Promise<{ port: number; stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 16 });
  pool.on('error', () => {});
  await pool.query(`create schema floor;
    create table floor.product (id int primary key, price numeric(17,2), stock numeric); insert into floor.product select n, 21.40, 1000000 from generate_series(1, 1000) n;
    create table floor.orders (id uuid primary key, buyer int, total numeric(17,2), at timestamptz default now());
    create table floor.line (order_id uuid, line_no int, product int, quantity numeric, price numeric, primary key (order_id, line_no));
    create table floor.event (id uuid primary key, body text); create table floor.audit (id uuid primary key, body text);`);
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      void (async () => {
        const body = Buffer.concat(parts).toString();
        JSON.parse(body);
        const client = await pool.connect();
        try {
          const id = newId();
          await client.query('begin');
          const { rows } = await client.query<{ price: string }>('select price from floor.product where id = $1', [1 + (Math.floor(performance.now()) % 1000)]);
          await client.query('insert into floor.orders (id, buyer, total) values ($1, 1, $2)', [id, rows[0]!.price]);
          await client.query('insert into floor.line values ($1, 1, 1, 200, $2)', [id, rows[0]!.price]);
          await client.query('select sum(quantity * price) from floor.line where order_id = $1', [id]);
          await client.query('insert into floor.event values ($1, $2)', [newId(), body]);
          await client.query('insert into floor.audit values ($1, $2)', [newId(), body]);
          await client.query('commit');
          response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ id }));
        } finally {
          client.release();
        }
      })();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}
