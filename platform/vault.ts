import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the installation keeps under its own key, so that a copy of the database alone opens nothing: values sealed at rest
 * (AES-256-GCM, bound to what they are about) and marks that only this installation can have made (HMAC-SHA-256).
 * Each purpose has a key of its own (HKDF, RFC 5869).
 */
export type Vault = {
  mark(purpose: string, text: string): Buffer;
  seal(purpose: string, about: string, plain: Uint8Array): Buffer;
  /** Undefined where the bytes were not sealed here, for this purpose, about this thing. */
  open(purpose: string, about: string, sealed: Uint8Array): Buffer | undefined;
};

const NONCE = 12;
const TAG = 16;

/** @param key 32 random bytes */
export function vaultOf(key: Uint8Array): Vault {
  if (key.byteLength !== 32) throw new Error('the key of the installation must have 32 bytes');
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    let derived = keys.get(purpose);
    if (derived === undefined) keys.set(purpose, (derived = Buffer.from(hkdfSync('sha256', key, new Uint8Array(0), `qingcai ${purpose}`, 32))));
    return derived;
  };
  return {
    mark: (purpose, text) => createHmac('sha256', keyFor(`mark ${purpose}`)).update(text).digest(),
    seal(purpose, about, plain) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), nonce).setAAD(Buffer.from(about));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(purpose, about, sealed) {
      if (sealed.byteLength < NONCE + TAG) return undefined;
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), bytes.subarray(0, NONCE)).setAAD(Buffer.from(about));
      decipher.setAuthTag(bytes.subarray(-TAG));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * The vault of an installation: its key from QINGCAI_KEY (32 bytes in base64), else from the file `keys/installation.key` of the data
 * folder, made at the first start for its owner alone. Throws with a remedy where others may read the file, or the key is none.
 */
export async function openVault(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<Vault> {
  const given = env['QINGCAI_KEY'];
  if (given !== undefined) return vaultOf(keyIn(given, 'QINGCAI_KEY'));
  const file = join(folder, 'keys', 'installation.key');
  await mkdir(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  if ((await stat(file).catch(() => undefined)) === undefined) await makeKey(file);
  if (((await stat(file)).mode & 0o077) !== 0) throw new Error(`Others may read ${file}. Allow it to its owner alone: chmod 600 ${file}`);
  return vaultOf(keyIn(await readFile(file, 'utf8'), file));
}

/** A key under a name of its own first, then under the file's: of several that start at once one wins, and none reads half a key. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(draft);
}

function keyIn(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.byteLength !== 32) throw new Error(`${where} must hold 32 bytes in base64; restore it from where you keep it, or make one: openssl rand -base64 32`);
  return key;
}
