import { randomBytes } from 'node:crypto';
import { uuidv7 } from '#kernel/ids.ts';

/** The one place that makes ids and reads the machine's clock; legal instants come from the database instead. */
export const newId = <T extends string = string>(): T => uuidv7(Date.now(), randomBytes(10)) as T;
export const machineNow = (): Date => new Date();
