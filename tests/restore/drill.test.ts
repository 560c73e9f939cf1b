import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { httpApp } from '#app/server.ts';
import { ORIGIN, platformOn, type TestPerson, type TestPlatform } from '#app/test-kit/platform.ts';
import { wire } from '#app/wire.ts';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { verifyLedger } from '#modules/ledger/index.ts';
import { openBackup } from '#platform/backup/read.ts';
import { restoreBackup } from '#platform/backup/restore.ts';
import { newId } from '#platform/clock.ts';
import { withConnection } from '#platform/database/embedded-cluster.ts';
import { testDatabase, type TestDatabase } from '#platform/database/embedded-for-tests.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { folderStore } from '#platform/files/index.ts';
import { silent } from '#platform/log.ts';
import { vaultOf } from '#platform/vault.ts';

/* The drill: a city at work, a backup while orders are being placed, brought back elsewhere, and held against what was acknowledged. */

const empty = (): Promise<TestDatabase> => testDatabase({ name: 'empty', prepare: async () => {} });
const root = path.resolve(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(tmpdir(), 'qingcai-drill-'));
const db = await testDatabase();
/** Where it is brought back; made here, since a database lasts as long as what asked for it. */
const target = await empty();
const { platform: t, close } = await platformOn({ ...db, folder: path.join(folder, 'files') });
after(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

const superuser = (on: TestDatabase): string => on.ownerUrl.replace('//qingcai_owner:', '//postgres:');

/** The command line on these databases, as its own process. */
async function verb(args: readonly string[], on: TestDatabase, data: string, key = Buffer.alloc(32, 7).toString('base64')): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, ['main.ts', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, QINGCAI_DATA: data, QINGCAI_KEY: key, DATABASE_URL: on.appUrl, DATABASE_OWNER_URL: on.ownerUrl } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, said };
}

const backup = path.join(folder, 'backup');
const placed = new Map<string, string>();
const early: string[] = [];
let buyer: TestPerson;
let order: object;

const place = async (key: string, on: Pick<TestPlatform, 'request'> = t): Promise<string> => {
  const answer = await on.request('POST', '/api/huzhou/orders', { as: buyer, body: order as never, key });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.orderId as string;
};

before(async () => {
  await paintStandard(t);
  const paint = await listedPaint(t);
  buyer = await t.person('buyer.purchaser');
  order = {
    supplierOrganisationId: paint.supplier.organisationId, site: { address: '湖州市吴兴区示例路 1 号', contact: '示例', phone: '0572-5550100' }, requiredOn: null, note: null, internalNote: null,
    lines: [{ listingId: paint.listingId, quantity: '200' }], seenTotal: null,
  };
  await t.drain();
});

describe('a backup while the city works', () => {
  it('is made while four clients go on ordering', async () => {
    for (let n = 0; n < 10; n++) {
      const key = newId();
      placed.set(key, await place(key));
    }
    early.push(...placed.values());
    let working = true;
    const clients = Array.from({ length: 4 }, async () => {
      while (working) {
        const key = newId();
        placed.set(key, await place(key));
      }
    });
    const { status, said } = await verb(['backup', backup], db, folder);
    working = false;
    await Promise.all(clients);
    assert.equal(status, 0, said);
    assert.match(said, /manifest [0-9a-f]{64}/);
    assert.ok(placed.size > early.length, 'orders were placed meanwhile');
    assert.equal((await stat(backup)).mode & 0o777, 0o700);
    assert.deepEqual((await readdir(folder)).filter((name) => name.includes('partial')), []);
  });

  it('tells its manifest to the ledger, so that a forged one contradicts it', async () => {
    const { sha256 } = await openBackup(backup);
    await withConnection(db.ownerUrl, async (client) => {
      const { rows } = await client.query<{ content: string }>(`select content from ledger.entry where kind = 'platform.backup-made'`);
      assert.deepEqual(rows.map(({ content }) => (JSON.parse(content) as { body: { manifest: string } }).body.manifest), [sha256]);
    });
  });

  it('does not write over what is there', async () => {
    const { status, said } = await verb(['backup', backup], db, folder);
    assert.equal(status, 1);
    assert.match(said, /is there already/);
  });
});

describe('restored elsewhere', () => {
  const data = path.join(folder, 'elsewhere');

  it('comes back by the command line, with the ledger sound', async () => {
    const { status, said } = await verb(['restore', backup], target, data);
    assert.equal(status, 0, said);
    assert.match(said, /The ledger is sound: \d+ chains/);
    const { status: verified, said: ledger } = await verb(['verify', 'ledger'], target, data);
    assert.equal(verified, 0, ledger);
  });

  it('has every order acknowledged before it began, none in half, and none that was never placed', async () => {
    await withConnection(target.ownerUrl, async (client) => {
      const { rows } = await client.query<{ id: string; lines: string; requirements: string; entries: string; answers: string }>(`
        select c.id, (select count(*) from orders.line l where l.order_id = c.id) as lines,
          (select count(*) from orders.line l join orders.requirement r on r.city_id = l.city_id and r.sha256 = l.requirement where l.order_id = c.id) as requirements,
          (select count(*) from ledger.entry e where e.subject = 'order:' || c.id) as entries,
          (select count(*) from platform.idempotency i where i.response like '%' || c.id || '%') as answers
        from orders.contract c`);
      const found = new Set(rows.map(({ id }) => id));
      assert.deepEqual(early.filter((id) => !found.has(id)), []);
      const acknowledged = new Set(placed.values());
      for (const row of rows) {
        assert.ok(acknowledged.has(row.id), `${row.id} was never acknowledged`);
        assert.deepEqual([row.lines, row.requirements, row.entries, row.answers].map(Number), [1, 1, 1, 1], row.id);
      }
    });
  });

  it('has every table, row by row, as the backup has it, and every document whole', async () => {
    const { manifest } = await openBackup(backup);
    await withConnection(target.ownerUrl, async (client) => {
      for (const { schema, name, rows } of manifest.tables) {
        const { rows: [now] } = await client.query<{ count: string }>(`select count(*) from ${schema}.${name}`);
        // The restore itself leaves one entry, which waits for its place.
        const own = ['ledger.entry', 'ledger.waiting'].includes(`${schema}.${name}`) ? 1 : 0;
        assert.equal(Number(now!.count), rows + own, `${schema}.${name}`);
      }
      // Nothing was left out behind a fence: a superuser sees every row of the source.
      for (const { schema, name, rows } of manifest.tables) {
        const { rows: [source] } = await withConnection(superuser(db), (admin) => admin.query<{ count: string }>(`select count(*) from ${schema}.${name}`));
        assert.ok(Number(source!.count) === 0 || rows > 0, `${schema}.${name} is empty in the backup and not where it was made`);
      }
      const { rows: uploads } = await client.query<{ sha256: string }>(`select sha256 from documents.upload`);
      const files = await folderStore(path.join(data, 'files'));
      assert.ok(uploads.length > 0);
      for (const { sha256 } of uploads) assert.equal(await files.verify(sha256), 'intact');
      // Foreign keys were taken away for the copying: all are there again, and checked.
      const keys = `select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as is, convalidated from pg_constraint where contype = 'f' order by 1, 2`;
      const expected = await withConnection(db.ownerUrl, async (source) => (await source.query(keys)).rows);
      assert.deepEqual((await client.query(keys)).rows, expected);
      assert.ok(expected.length > 20);
    });
  });

  it('works on: a session goes on, an answered request gets its old answer, a new order is placed', async () => {
    const database = openDatabase(target.appUrl, silent, { max: 4 });
    const platform = wire({ database, files: await folderStore(path.join(data, 'files')), confined: () => { throw new Error('nothing is parsed here'); }, log: silent, vault: vaultOf(new Uint8Array(32)) });
    const app = httpApp(platform, { publicOrigin: ORIGIN, webFolder: null, ready: () => true });
    const ask = async (key: string): Promise<{ status: number; orderId: string }> => {
      const response = await app.request(new Request(`${ORIGIN}/api/huzhou/orders`, { method: 'POST', body: JSON.stringify(order), headers: { 'Content-Type': 'application/json', 'Content-Length': '1', Origin: ORIGIN, Cookie: buyer.cookie, 'Idempotency-Key': key } }));
      return { status: response.status, orderId: ((await response.json()) as { orderId: string }).orderId };
    };
    try {
      const [key] = [...placed].find(([, id]) => id === early[0])!;
      assert.deepEqual(await ask(key), { status: 200, orderId: early[0]! });
      const fresh = await ask(newId());
      assert.equal(fresh.status, 200);
      assert.ok(!placed.has(fresh.orderId));
      assert.ok((await verifyLedger(database)).chains.every(({ broken }) => broken === null));
    } finally {
      await database.close();
    }
  });

  it('is refused under another key, unless what is sealed may stay closed', async () => {
    const other = Buffer.alloc(32, 8).toString('base64');
    const fresh = await empty();
    const { status, said } = await verb(['restore', backup], fresh, path.join(folder, 'third'), other);
    assert.equal(status, 1);
    assert.match(said, /made under another key/);
    assert.equal((await verb(['restore', backup, '--other-key'], fresh, path.join(folder, 'third'), other)).status, 0);
  });

  it('is refused where the database is not empty', async () => {
    const { status, said } = await verb(['restore', backup], target, data);
    assert.equal(status, 1);
    assert.match(said, /not empty: its ledger has entries/);
    const foreign = await empty();
    await withConnection(foreign.ownerUrl, async (client) => void (await client.query('create schema shop; create table shop.item (name text)')));
    const into = { ownerUrl: foreign.ownerUrl, appRole: 'qingcai_app', documents: await folderStore(path.join(folder, 'nowhere')) };
    await assert.rejects(restoreBackup(backup, into, () => {}), /not empty: it has the table shop\.item/);
  });
});

describe('a backup that is not whole', () => {
  const damaged = async (name: string, change: (copy: string) => Promise<unknown>): Promise<string> => {
    const copy = path.join(folder, name);
    await cp(backup, copy, { recursive: true });
    await change(copy);
    return copy;
  };
  const manifestOf = async (copy: string, change: (manifest: { format: string; migrations: { name: string; sha256: string }[]; tables: { name: string }[] }) => void): Promise<void> => {
    const file = path.join(copy, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8')) as Parameters<typeof change>[0];
    change(manifest);
    await writeFile(file, JSON.stringify(manifest));
  };

  it('is refused with one byte of a table changed, with a row left out, with a part missing', async () => {
    const table = 'tables/orders.contract.copy';
    const flipped = await damaged('flipped', async (copy) => {
      const bytes = await readFile(path.join(copy, table));
      bytes[10]! ^= 1;
      await writeFile(path.join(copy, table), bytes);
    });
    await assert.rejects(openBackup(flipped), /altered or is damaged/);
    const shorter = await damaged('shorter', async (copy) => writeFile(path.join(copy, table), (await readFile(path.join(copy, table), 'utf8')).split('\n').slice(1).join('\n')));
    await assert.rejects(openBackup(shorter), /altered or is damaged/);
    await assert.rejects(openBackup(await damaged('missing', (copy) => rm(path.join(copy, table)))), /ENOENT/);
    await assert.rejects(openBackup(await damaged('unlisted', (copy) => writeFile(path.join(copy, 'documents.list'), ''))), /documents\.list is not what the manifest says/);
  });

  it('is refused with a document changed, and leaves an empty database as it can be tried again', async () => {
    const target = await empty();
    const altered = await damaged('altered', async (copy) => {
      const [line] = (await readFile(path.join(copy, 'documents.list'), 'utf8')).split('\n');
      const sha256 = line!.split(' ')[0]!;
      await writeFile(path.join(copy, 'documents', sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'other');
    });
    const into = { ownerUrl: target.ownerUrl, appRole: 'qingcai_app', documents: await folderStore(path.join(folder, 'again')) };
    await assert.rejects(restoreBackup(altered, into, () => {}), /document [0-9a-f]{64} of the backup is altered/);
    await restoreBackup(backup, into, () => {});
  });

  it('is refused where its manifest was changed, if its hash was kept; where it comes from a newer version; where there is none', async () => {
    const other = await damaged('other', (copy) => manifestOf(copy, (manifest) => manifest.tables.pop()));
    const { sha256 } = await openBackup(backup);
    await assert.rejects(openBackup(other, sha256), /another backup, or it was altered/);
    await openBackup(backup, sha256);
    const newer = await damaged('newer', (copy) => manifestOf(copy, (manifest) => manifest.migrations.push({ name: '29991231T2359_later.sql', sha256: '0'.repeat(64) })));
    await assert.rejects(openBackup(newer), /newer version/);
    const changed = await damaged('changed', (copy) => manifestOf(copy, (manifest) => (manifest.migrations[0]!.sha256 = '0'.repeat(64))));
    await assert.rejects(openBackup(changed), /another one than here/);
    const unread = await damaged('unread', (copy) => manifestOf(copy, (manifest) => (manifest.format = 'qingcai-backup-2')));
    await assert.rejects(openBackup(unread), /not one that this version/);
    const escaping = await damaged('escaping', (copy) => manifestOf(copy, (manifest) => (manifest.tables[0]!.name = '../../etc')));
    await assert.rejects(openBackup(escaping), /not one that this version/);
    await assert.rejects(openBackup(await damaged('none', (copy) => rm(path.join(copy, 'manifest.json')))), /is no backup/);
  });

  it('is not left behind by kill -9 in the middle: no folder of that name, and the next one succeeds', async () => {
    const cut = path.join(folder, 'cut');
    const blocker = openDatabase(db.ownerUrl, silent, { max: 1 });
    const client = await blocker.pool.connect();
    await client.query('begin; lock table orders.contract in access exclusive mode');
    const child = spawn(process.execPath, ['main.ts', 'backup', cut], { cwd: root, stdio: 'ignore', env: { ...process.env, QINGCAI_DATA: folder, DATABASE_URL: db.appUrl, DATABASE_OWNER_URL: db.ownerUrl } });
    const ended = once(child, 'exit');
    // It has written the tables before this one by name, and waits for it.
    while (!(await readdir(path.join(cut + '.partial', 'tables')).catch(() => [] as string[])).includes('orders.contract.copy')) await setTimeout(20);
    child.kill('SIGKILL');
    await ended;
    await client.query('rollback');
    client.release();
    await blocker.close();
    await assert.rejects(stat(cut), /ENOENT/);
    await assert.rejects(openBackup(`${cut}.partial`), /is no backup/);
    const { status, said } = await verb(['backup', cut], db, folder);
    assert.equal(status, 0, said);
    await openBackup(cut);
    await assert.rejects(stat(`${cut}.partial`), /ENOENT/);
  });
});
