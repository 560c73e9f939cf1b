import { pure } from '#kernel/pure.ts';
export const identity = { name: 'identity', uses: [], pure };
