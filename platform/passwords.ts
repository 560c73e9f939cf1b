import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. Kept in the hash, so that it can be raised. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const derive = promisify(argon2);

export type Passwords = {
  hash(password: string): Promise<string>;
  /** Takes as long for an unknown login (`stored` undefined), or a person without a password, as for a wrong password. */
  verify(password: string, stored: string | undefined): Promise<boolean>;
};

const AT_ONCE = 4;
let running = 0;
const queue: (() => void)[] = [];

/** At most four derivations at once: a flood of sign-ins costs time, never memory. */
async function turn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

const tag = (password: string, salt: Buffer, cost = COST): Promise<Buffer> =>
  turn(() => derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce: salt, ...cost }) as Promise<Buffer>);

const FORM = /^argon2id\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9_-]+)\$([A-Za-z0-9_-]+)$/;
const NOBODY = `argon2id$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`;

export const passwords: Passwords = {
  async hash(password) {
    const salt = randomBytes(16);
    const made = await tag(password, salt);
    return `argon2id$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${salt.toString('base64url')}$${made.toString('base64url')}`;
  },
  async verify(password, stored) {
    const match = FORM.exec(stored ?? NOBODY);
    const [, memory, passes, parallelism, salt, expected] = match ?? FORM.exec(NOBODY)!;
    const wanted = Buffer.from(expected!, 'base64url');
    const made = await tag(password, Buffer.from(salt!, 'base64url'), { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: wanted.length });
    return timingSafeEqual(made, wanted) && stored !== undefined && match !== null;
  },
};
