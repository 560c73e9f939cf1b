import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openVault, vaultOf } from './vault.ts';

const folder = await mkdtemp(join(tmpdir(), 'qingcai-vault-'));
after(() => rm(folder, { recursive: true }));

test('what is sealed opens only here, for its purpose, about its thing, unchanged', () => {
  const vault = vaultOf(randomBytes(32));
  const secret = Buffer.from('a secret of twenty b');
  const sealed = vault.seal('one-time codes', 'person 1', secret);
  assert.deepEqual(vault.open('one-time codes', 'person 1', sealed), secret);
  assert.ok(!sealed.includes(secret));
  assert.notDeepEqual(vault.seal('one-time codes', 'person 1', secret), sealed, 'a fresh nonce each time');
  assert.equal(vault.open('one-time codes', 'person 2', sealed), undefined);
  assert.equal(vault.open('another purpose', 'person 1', sealed), undefined);
  assert.equal(vaultOf(randomBytes(32)).open('one-time codes', 'person 1', sealed), undefined);
  for (let at = 0; at < sealed.length; at += 1) {
    const bent = Buffer.from(sealed);
    bent[at]! ^= 1;
    assert.equal(vault.open('one-time codes', 'person 1', bent), undefined, `byte ${at}`);
  }
  assert.equal(vault.open('one-time codes', 'person 1', sealed.subarray(0, 20)), undefined);
});

test('marks differ by purpose, text and installation', () => {
  const key = randomBytes(32);
  const [one, same, other] = [vaultOf(key), vaultOf(key), vaultOf(randomBytes(32))];
  assert.deepEqual(one.mark('device', 'x'), same.mark('device', 'x'));
  for (const different of [one.mark('device', 'y'), one.mark('challenge', 'x'), other.mark('device', 'x')]) assert.notDeepEqual(one.mark('device', 'x'), different);
});

test('the key is made once, for its owner alone; a second start reads it', async () => {
  const [first, second] = await Promise.all([openVault(folder, {}), openVault(folder, {})]);
  assert.deepEqual(first.mark('p', 't'), second.mark('p', 't'));
  const file = join(folder, 'keys', 'installation.key');
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  assert.deepEqual((await openVault(folder, {})).mark('p', 't'), first.mark('p', 't'));
  const kept = await readFile(file, 'utf8');
  assert.deepEqual((await openVault('/nowhere', { QINGCAI_KEY: kept })).mark('p', 't'), first.mark('p', 't'), 'the environment may hold it instead');
  await chmod(file, 0o644);
  await assert.rejects(openVault(folder, {}), /chmod 600/);
  await chmod(file, 0o600);
  await writeFile(file, 'short');
  await assert.rejects(openVault(folder, {}), /32 bytes/);
  await assert.rejects(openVault(folder, { QINGCAI_KEY: 'short' }), /QINGCAI_KEY must hold 32 bytes/);
});
