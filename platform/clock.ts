import { randomFillSync } from 'node:crypto';
import { uuidv7 } from '#kernel/ids.ts';

/** Random bytes for many ids, asked of the system at once; none is used twice. */
const pool = Buffer.alloc(4_000);
let used = pool.length;

function tenRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += 10));
}

/** The one place that makes ids and reads the machine's clock; legal instants come from the database instead. */
export const newId = <T extends string = string>(): T => uuidv7(Date.now(), tenRandom()) as T;
export const machineNow = (): Date => new Date();
