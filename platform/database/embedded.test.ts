import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startEmbedded } from './embedded.ts';
import { withConnection } from './embedded-cluster.ts';
import { livePostmaster } from './embedded-process.ts';

const windows = process.platform === 'win32' ? 'needs a POSIX system' : false;

describe('the embedded database', { skip: windows }, () => {
  let dataDir = '';
  const start = () => startEmbedded({ dataDir, durable: true });
  const cluster = () => join(realpathSync(dataDir), 'postgres', 'data');
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'qingcai-embedded-'));
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  it('gives the application role no right to create anything', async () => {
    const database = await start();
    await withConnection(database.ownerUrl, async (owner) => {
      await owner.query('create schema shop; create table shop.item (name text)');
      await owner.query('create extension pg_trgm');
      const { rows } = await owner.query("select cardinality(show_trgm('混凝土')) as trigrams, current_setting('fsync') as fsync");
      assert.deepEqual(rows, [{ trigrams: 4, fsync: 'on' }]);
    });
    await withConnection(database.appUrl, async (app) => {
      for (const statement of ['create table public.t (a int)', 'create temp table t (a int)', 'create schema s', 'select * from shop.item', 'create role r']) {
        await assert.rejects(app.query(statement), /permission denied/, statement);
      }
    });
    await database.stop();
    assert.equal(livePostmaster(cluster()), undefined);
  });

  it('is reachable only through a private folder and only with its password', async () => {
    const database = await start();
    const sockets = decodeURIComponent(database.appUrl.split('host=')[1]!);
    assert.equal(statSync(sockets).mode & 0o777, 0o700);
    assert.equal(statSync(join(dataDir, 'database.json')).mode & 0o777, 0o600);
    await assert.rejects(withConnection(database.appUrl.replace(/:[^:@/]+@/, ':guess@'), async () => {}), /password authentication failed/);
    await database.stop();
  });

  it('keeps an acknowledged row, leaves no process and starts again after its parent was killed', async () => {
    const child = launcher(dataDir);
    await ready(child);
    const first = livePostmaster(cluster());
    assert.ok(first);
    child.kill('SIGKILL');
    await once(child, 'exit');
    // At once, while the predecessor is still dying.
    const again = await start();
    assert.notEqual(livePostmaster(cluster()), first);
    await withConnection(again.ownerUrl, async (owner) => {
      assert.deepEqual((await owner.query('select name from shop.item')).rows, [{ name: 'kept' }]);
      await owner.query('truncate shop.item');
    });
    await again.stop();
    assert.equal(livePostmaster(cluster()), undefined);
    assert.equal(existsSync(join(cluster(), 'postmaster.pid')), false);
  });

  it('starts again after launcher, watchdog and database were all killed', async () => {
    const child = launcher(dataDir);
    await ready(child);
    const pid = livePostmaster(cluster())!;
    const watchdog = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]);
    for (const victim of [watchdog, child.pid!, pid]) process.kill(victim, 'SIGKILL');
    await once(child, 'exit');
    const again = await start();
    await withConnection(again.ownerUrl, async (owner) => assert.equal((await owner.query('select 1 from shop.item')).rowCount, 1));
    await again.stop();
  });

  it('ends by itself after its watchdog and launcher were killed and another start came', async () => {
    const child = launcher(dataDir);
    await ready(child);
    const pid = livePostmaster(cluster())!;
    const watchdog = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]);
    for (const victim of [watchdog, child.pid!]) process.kill(victim, 'SIGKILL');
    await once(child, 'exit');
    const again = await start();
    assert.notEqual(livePostmaster(cluster()), pid);
    await again.stop();
  });

  it('refuses a second server on the same folder, and lends a verb the running one', async () => {
    const database = await start();
    await assert.rejects(start(), /in use by process/);
    const shared = await startEmbedded({ dataDir, durable: true, shareRunning: true });
    assert.equal(shared.appUrl, database.appUrl);
    await shared.stop();
    await withConnection(database.appUrl, async (app) => void (await app.query('select 1')));
    await database.stop();
  });

  it('takes a short folder for the socket where the data folder lies too deep', async () => {
    const deep = join(dataDir, 'a'.repeat(60), 'b'.repeat(60));
    const database = await startEmbedded({ dataDir: deep, durable: false });
    const sockets = decodeURIComponent(database.appUrl.split('host=')[1]!);
    assert.ok(sockets.length < 90 && !sockets.startsWith(dataDir));
    await withConnection(database.appUrl, async (app) => void (await app.query('select 1')));
    await database.stop();
    assert.equal(existsSync(sockets), false);
  });
});

/** Another process that starts the database, writes one row durably, says so, and waits to be killed. */
function launcher(dataDir: string): ChildProcess {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)});
    const { withConnection } = await import(${JSON.stringify(new URL('./embedded-cluster.ts', import.meta.url).href)});
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: true });
    await withConnection(database.ownerUrl, (owner) => owner.query("insert into shop.item values ('kept')"));
    console.log('ready');
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function ready(child: ChildProcess): Promise<void> {
  const [chunk] = (await Promise.race([once(child.stdout!, 'data'), once(child, 'exit').then(() => ['ended'])])) as [Buffer | string];
  assert.equal(String(chunk).trim(), 'ready');
}
