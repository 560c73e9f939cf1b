import { hrtime } from 'node:process';
import { pure } from '#kernel/pure.ts';
export const clock = () => [hrtime, pure];
