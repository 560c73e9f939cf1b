export { type ConfinedLimits, type ConfinedPool, type ConfinedRefusal, type ConfinedTerms, type Shape, confinedPool } from './pool.ts';
export type { Fence } from './jail.ts';
