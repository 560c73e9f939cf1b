import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { after, describe, it } from 'node:test';
import { globSync, readFileSync } from 'node:fs';
import { newId } from '#platform/clock.ts';
import { startEmbedded } from '#platform/database/embedded.ts';
import { withConnection } from '#platform/database/embedded-cluster.ts';
import { testDatabase } from '#platform/database/embedded-for-tests.ts';
import { openBackup } from '#platform/backup/read.ts';
import { foundIn, preparedCity } from './city.ts';
import { freePort, Server } from './server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const data = await mkdtemp(path.join(tmpdir(), 'qingcai-supervised-'));
after(() => rm(data, { recursive: true, force: true }));
const verb = (args: readonly string[], env: Record<string, string>): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['main.ts', ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, QINGCAI_LOG: 'warn', ...env }, timeout: 60_000 });
  return { status, said: stdout + stderr };
};

describe('a server whose database is killed', () => {
  it('answers 503 meanwhile, brings it back by itself, and goes on with its jobs', async () => {
    const city = await preparedCity(data);
    const port = await freePort();
    const server = new Server(data, port);
    await server.start();
    try {
      const place = async (key: string): Promise<{ status: number; again: string | null; code: string }> => {
        const answer = await fetch(`http://localhost:${port}/api/huzhou/orders`, {
          method: 'POST', body: JSON.stringify(city.body), headers: { 'Content-Type': 'application/json', Origin: `http://localhost:${port}`, 'Idempotency-Key': key, Cookie: city.cookie },
        });
        return { status: answer.status, again: answer.headers.get('Retry-After'), code: String(((await answer.json()) as { code?: string }).code) };
      };
      const { pid } = server;
      assert.equal((await place(newId())).status, 200);
      const seen = new Set<number>();
      for (let kill = 0; kill < 2; kill++) {
        const before = server.postmaster();
        const key = newId();
        seen.clear();
        process.kill(before, 'SIGKILL');
        for (let answer = await place(key); ; answer = await place(key)) {
          seen.add(answer.status);
          // A connection may outlive the postmaster for a moment and still commit.
          if (answer.status === 200 && seen.has(503) && server.postmaster() !== before) break;
          if (answer.status !== 200) assert.deepEqual([answer.status, answer.code, answer.again], [503, 'unavailable', '2']);
          await setTimeout(20);
        }
      }
      assert.equal(server.pid, pid, 'the server itself was never started again');
      assert.match(server.log, /the database","how":"[^"]*","msg":"ended without being asked/);
      assert.match(server.log, /the database","msg":"runs again/);
      // A verb beside it finds the database that came back.
      const { status, said } = verb(['backup', path.join(data, 'backup')], { QINGCAI_DATA: data });
      assert.equal(status, 0, said);
      await openBackup(path.join(data, 'backup'));
      assert.equal(await server.stop(), 0, server.log);
    } finally {
      await server.stop();
    }
    const found = await foundIn(data);
    assert.equal(found.orders.length, 4);
    assert.deepEqual([found.halves, found.undelivered, found.ledger.unchained], [[], 0, []]);
    await assert.rejects(readFile(path.join(data, 'postgres/data/postmaster.pid')), /ENOENT/, 'and nothing runs on');
  });
});

describe('a database that could lose what it acknowledged', () => {
  it('is refused by serve and work, which have no argument to take it', async () => {
    // The database of the tests is quick and not durable.
    const quick = await testDatabase();
    for (const args of [['serve', '--port', '0'], ['work']]) {
      const { status, said } = verb(args, { QINGCAI_DATA: data, DATABASE_URL: quick.appUrl, DATABASE_OWNER_URL: quick.ownerUrl });
      assert.equal(status, 1, said);
      assert.match(said, /PostgreSQL runs with fsync off; an acknowledged order could be lost/);
    }
    const { status, said } = verb(['serve', '--durable', 'false'], { QINGCAI_DATA: data });
    assert.equal(status, 1);
    assert.match(said, /Unknown option '--durable'/);
  });

  it('is refused where only the role of the application commits without waiting', async () => {
    const cluster = await startEmbedded({ dataDir: data, durable: true });
    await withConnection(cluster.adminUrl, (admin) => admin.query('alter role qingcai_app set synchronous_commit = off'));
    await cluster.stop();
    const { status, said } = verb(['serve', '--port', '0'], { QINGCAI_DATA: data });
    assert.equal(status, 1, said);
    assert.match(said, /synchronous_commit off/);
  });

  it('is started only by tests and proofs', () => {
    const files = globSync('{app,platform,modules,scripts}/**/*.ts', { cwd: root }).concat('main.ts').filter((file) => !/\.(test|prove)\.ts$|-for-tests\.ts$|test-kit/.test(file));
    assert.ok(files.length > 200);
    assert.deepEqual(files.filter((file) => /durable: false|mayLose: true/.test(readFileSync(path.join(root, file), 'utf8'))), []);
  });
});
