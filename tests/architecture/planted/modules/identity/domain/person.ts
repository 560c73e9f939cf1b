import { pure } from '#kernel/pure.ts';
export const person = pure;
