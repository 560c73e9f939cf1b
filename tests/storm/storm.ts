import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { platformOn } from '#app/test-kit/platform.ts';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { verifyLedger, type LedgerFinding } from '#modules/ledger/index.ts';
import { newId } from '#platform/clock.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { readOnDuty } from '#platform/database/duty.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { silent } from '#platform/log.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type StormResult = {
  /** Orders acknowledged to a client, by its key. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Order ids found in the database at the end. */
  readonly found: readonly string[];
  readonly sent: number;
  readonly kills: number;
  readonly ledger: LedgerFinding;
  readonly recoverMillis: readonly number[];
};

/**
 * A storm of orders against the real server on a durable database, while server and database are killed with -9 again and again.
 * Each client repeats an order with the same key until it is answered. Ends when every order is answered and every kill was made.
 */
export async function storm(options: { clients: number; orders: number; kills: number }): Promise<StormResult> {
  const data = await mkdtemp(path.join(tmpdir(), 'qingcai-storm-'));
  try {
    const { body, cookie } = await prepared(data);
    const port = await freePort();
    const server = new Server(data, port);
    await server.start();
    const acknowledged = new Map<string, string>();
    const target = Math.ceil(options.orders / (options.kills + 1));
    let sent = 0;
    let begun = 0;
    const client = async (): Promise<void> => {
      while (begun < options.orders) {
        begun += 1;
        const key = newId();
        for (;;) {
          sent += 1;
          const orderId = await place(port, cookie, key, body);
          if (orderId !== undefined) {
            acknowledged.set(key, orderId);
            break;
          }
          await server.up();
        }
      }
    };
    const killer = async (): Promise<void> => {
      for (let kill = 1; kill <= options.kills; kill++) {
        while (acknowledged.size < kill * target) await new Promise((resolve) => setTimeout(resolve, 5));
        await server.kill(kill % 3 === 1 ? 'server' : kill % 3 === 2 ? 'database' : 'both');
      }
    };
    await Promise.all([killer(), ...Array.from({ length: options.clients }, client)]);
    await server.stop();
    const { found, ledger } = await lookedAt(data);
    return { acknowledged, found, sent, kills: options.kills, ledger, recoverMillis: server.recoverMillis };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** A small city with one product that may be bought, and a buyer with a session. */
async function prepared(data: string): Promise<{ body: object; cookie: string }> {
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
  await close();
  await cluster.stop();
  return { body, cookie: buyer.cookie };
}

/** The id of the order, or undefined where no answer came or the server was on its way down. Any other answer is a fault of the platform. */
async function place(port: number, cookie: string, key: string, body: object): Promise<string | undefined> {
  let response: Response;
  try {
    response = await fetch(`http://localhost:${port}/api/huzhou/orders`, {
      method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(20_000),
      headers: { 'Content-Type': 'application/json', Origin: `http://localhost:${port}`, 'Idempotency-Key': key, Cookie: cookie },
    });
    const answer = (await response.json()) as { orderId?: string };
    if (response.ok) return answer.orderId!;
    if (response.status >= 500) return undefined;
    throw new Refused(`${response.status} ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return undefined;
  }
}
class Refused extends Error {}

async function lookedAt(data: string): Promise<{ found: string[]; ledger: LedgerFinding }> {
  const cluster = await startEmbedded({ dataDir: data, durable: true });
  const database = openDatabase(cluster.appUrl, silent, { max: 2 });
  try {
    const { rows } = await readOnDuty(database, 'founding', (tx) => sql<{ id: string }>`select id from orders.contract`.execute(tx));
    return { found: rows.map((row) => row.id), ledger: await verifyLedger(database) };
  } finally {
    await database.close();
    await cluster.stop();
  }
}

/** The real server as its own process, killed and started again. */
class Server {
  readonly recoverMillis: number[] = [];
  private child: ChildProcess | undefined;
  private readonly data: string;
  private readonly port: number;
  private starting: Promise<void> = Promise.resolve();
  private done = false;

  constructor(data: string, port: number) {
    this.data = data;
    this.port = port;
  }

  /** Starts the server and starts it again whenever it ends, until `stop`. */
  async start(): Promise<void> {
    const begun = performance.now();
    const child = spawn(process.execPath, ['main.ts', 'serve', '--port', String(this.port)], {
      cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, QINGCAI_DATA: this.data, QINGCAI_LOG: 'warn', PORT: String(this.port), PUBLIC_ORIGIN: `http://localhost:${this.port}` },
    });
    this.child = child;
    let said = '';
    child.stderr!.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4_000)));
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.starting = (async () => {
      for (;;) {
        if (await fetch(`http://localhost:${this.port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then((r) => r.ok, () => false)) break;
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server did not start: ${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      this.recoverMillis.push(Math.round(performance.now() - begun));
    })();
    void ended.then(() => {
      if (!this.done) this.starting = this.start();
    });
    await this.starting;
  }

  /** Resolves when the server answers again. */
  async up(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await this.starting;
  }

  async kill(what: 'server' | 'database' | 'both'): Promise<void> {
    await this.starting;
    const postmaster = Number(readFileSync(path.join(this.data, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
    const child = this.child!;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (what !== 'server') killQuietly(postmaster);
    if (what !== 'database') killQuietly(child.pid!);
    // A server without its database cannot come back by itself; the whole is started again, as an operator's supervisor would.
    else killQuietly(child.pid!);
    await ended;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await this.starting;
  }

  async stop(): Promise<void> {
    this.done = true;
    const child = this.child!;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

