import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { newId } from '#platform/clock.ts';
import { foundIn, preparedCity, type Found, type StormCity } from './city.ts';
import { cuttingProxy, type CuttingProxy } from './cutting-proxy.ts';
import { freePort, Server, type Victim } from './server.ts';

export type Storm = {
  readonly clients: number;
  readonly orders: number;
  readonly kills: number;
  /** Who is killed, in turn; server, database and both where absent. A worker that is named runs as a process of its own. */
  readonly victims?: readonly Victim[];
  /** Every so many good answers one is lost on its way back. */
  readonly loseEvery?: number;
  /** On a database that commits without waiting for the disk: what `serve` refuses. */
  readonly forgetful?: boolean;
};

export type StormResult = Found & {
  /** Orders acknowledged to a client, by its key. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Keys that were answered with more than one order. */
  readonly doubled: readonly string[];
  readonly sent: number;
  /** Answers whose client never got them. */
  readonly cut: number;
  /** How often each status was seen; 0 is no answer. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly recoverMillis: readonly number[];
};

/**
 * A storm of orders against the real server, while server, database and worker are killed with -9 again and again and answers are lost.
 * Each client repeats an order with the same key until it is answered. Ends when every order is answered and every kill was made.
 */
export async function storm(options: Storm): Promise<StormResult> {
  const data = await mkdtemp(path.join(tmpdir(), 'qingcai-storm-'));
  const victims = options.victims ?? ['server', 'database', 'both'];
  const proxies: CuttingProxy[] = [];
  const servers: Server[] = [];
  try {
    const city = await preparedCity(data, options.forgetful);
    const port = await freePort();
    const proxy = await cuttingProxy(port, options.loseEvery ?? Infinity);
    proxies.push(proxy);
    const origin = `http://localhost:${proxy.port}`;
    const server = new Server(data, port, { origin, ...(options.forgetful === true ? { entry: ['tests/storm/forgetful-server.ts'] } : {}) });
    servers.push(server);
    await server.start();
    if (victims.includes('worker')) await server.startWorker();
    const ask = orders(origin, city);
    const acknowledged = await rage(options, victims, server, ask);
    // Every key once more: each must be answered with the order it was answered with before.
    const doubled: string[] = [];
    if (options.forgetful !== true) for (const [key, orderId] of acknowledged) if ((await answered(ask, server, key)) !== orderId) doubled.push(key);
    await proxy.close();
    await server.stop();
    return { ...(await foundIn(data)), acknowledged, doubled, sent: ask.sent(), cut: proxy.cut(), statuses: ask.statuses, recoverMillis: server.recoverMillis };
  } finally {
    for (const proxy of proxies) await proxy.close();
    for (const server of servers) await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** Clients place orders while the killer kills, evenly spread over the orders. The first fault ends all. */
async function rage({ clients, orders: most, kills }: Storm, victims: readonly Victim[], server: Server, ask: Asking): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  const target = Math.ceil(most / (kills + 1));
  let begun = 0;
  let over = false;
  const client = async (): Promise<void> => {
    while (begun < most && !over) {
      begun += 1;
      const key = newId();
      acknowledged.set(key, await answered(ask, server, key));
    }
  };
  const killer = async (): Promise<void> => {
    for (let kill = 0; kill < kills && !over; kill++) {
      while (acknowledged.size < (kill + 1) * target && !over) await setTimeout(5);
      if (!over) await server.kill(victims[kill % victims.length]!);
    }
  };
  try {
    await Promise.all([killer(), ...Array.from({ length: clients }, client)]);
  } finally {
    over = true;
  }
  return acknowledged;
}

/** The order of the key, asked for until there is an answer. */
async function answered(ask: Asking, server: Server, key: string): Promise<string> {
  for (;;) {
    const orderId = await ask.place(key);
    if (orderId !== undefined) return orderId;
    await server.up();
  }
}

type Asking = { place(key: string): Promise<string | undefined>; sent(): number; readonly statuses: Map<number, number> };

/** Sends orders to the server under the origin that people use. */
function orders(origin: string, city: StormCity): Asking {
  const statuses = new Map<number, number>();
  let sent = 0;
  return {
    statuses,
    sent: () => sent,
    /** The id of the order, or undefined where no answer came or the database was away. Any other answer is a fault of the platform. */
    async place(key) {
      sent += 1;
      const count = (status: number): void => void statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const answered = await fetch(`${origin}/api/huzhou/orders`, {
        method: 'POST', body: JSON.stringify(city.body), signal: AbortSignal.timeout(20_000),
        headers: { 'Content-Type': 'application/json', Origin: origin, 'Idempotency-Key': key, Cookie: city.cookie },
      }).then(async (response) => ({ status: response.status, body: (await response.json()) as { orderId?: string } }), () => undefined).catch(() => undefined);
      count(answered?.status ?? 0);
      if (answered === undefined || answered.status === 503) return undefined;
      if (answered.status !== 200) throw new Error(`an order was answered with ${answered.status} ${JSON.stringify(answered.body)}`);
      return answered.body.orderId!;
    },
  };
}
