import { readFileSync } from 'node:fs'; // breaks kernel
import { clock } from '#platform/clock.ts'; // breaks kernel
export const word = [readFileSync, clock];
