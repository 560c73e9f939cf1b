import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test } from 'node:test';
import { newId } from '#platform/clock.ts';
import { foundIn, preparedCity } from './city.ts';
import { freePort, Server } from './server.ts';

const run = (...command: string[]): boolean => spawnSync(command[0]!, command.slice(1), { stdio: 'ignore' }).status === 0;
const folder = await mkdtemp(path.join(tmpdir(), 'qingcai-small-'));
const mounted = process.platform === 'linux' && process.getuid?.() === 0 && run('mount', '-t', 'tmpfs', '-o', 'size=400m,mode=0711', 'tmpfs', folder);

if (!mounted) await rm(folder, { recursive: true, force: true });

test('a disk that fills up: 503 and nothing acknowledged is lost; with space again the server goes on by itself', { timeout: 600_000, skip: mounted ? false : 'needs root and the right to mount' }, async (t) => {
  await chmod(folder, 0o711);
  let server: Server | undefined;
  try {
    const city = await preparedCity(folder);
    const port = await freePort();
    server = new Server(folder, port);
    await server.start();
    const { pid } = server;
    const statuses = new Map<number, number>();
    const acknowledged = new Map<string, string>();
    const place = async (key: string): Promise<number> => {
      const answer = await fetch(`http://localhost:${port}/api/huzhou/orders`, {
        method: 'POST', body: JSON.stringify(city.body), headers: { 'Content-Type': 'application/json', Origin: `http://localhost:${port}`, 'Idempotency-Key': key, Cookie: city.cookie },
      });
      const body = (await answer.json()) as { orderId?: string };
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 200) acknowledged.set(key, body.orderId!);
      return answer.status;
    };
    const waiting: string[] = [];
    for (let n = 0; n < 20; n++) assert.equal(await place(newId()), 200);
    // Everything that is free is taken, but for a last page at a time, until the database finds no room any more.
    const ballast = await open(path.join(folder, 'ballast'), 'w');
    const fill = async (leave: number): Promise<void> => {
      const { bavail, bsize } = await statfs(folder);
      const free = Number(bavail) * Number(bsize) - leave;
      if (free > 0) await ballast.appendFile(Buffer.alloc(free, 1)).catch(() => {});
    };
    const filled = performance.now();
    while (waiting.length < 20) {
      assert.ok(performance.now() - filled < 240_000, 'the disk never filled up');
      await fill(0);
      const key = newId();
      const status = await place(key);
      if (status !== 200) waiting.push(key);
    }
    await ballast.close();
    await rm(path.join(folder, 'ballast'));
    // The same server, and the orders that were not acknowledged, with their own keys.
    for (const key of waiting) {
      const since = performance.now();
      while ((await place(key)) !== 200) {
        assert.ok(performance.now() - since < 120_000, `the server does not come back: ${server.log}`);
        await setTimeout(200);
      }
    }
    assert.equal(server.pid, pid, 'the server was not started again');
    assert.deepEqual(new Set(statuses.keys()), new Set([200, 503]));
    assert.equal(await server.stop(), 0, server.log);
    const found = await foundIn(folder);
    const there = new Set(found.orders);
    t.diagnostic(`${acknowledged.size} orders acknowledged, ${[...acknowledged.values()].filter((id) => !there.has(id)).length} lost; answers ${[...statuses].map(([status, times]) => `${status}: ${times}`).join(', ')}`);
    assert.deepEqual([...acknowledged.values()].filter((id) => !there.has(id)), []);
    assert.equal(found.orders.length, acknowledged.size + 1);
    assert.deepEqual([found.halves, found.undelivered, found.ledger.unchained], [[], 0, []]);
    assert.ok(found.ledger.chains.every(({ broken }) => broken === null));
  } finally {
    await server?.stop();
    run('umount', folder);
    await rm(folder, { recursive: true, force: true });
  }
});
