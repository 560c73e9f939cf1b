/** The front door of the regulations for higher modules on the server: the data, already checked. What to do with it is in rules.ts. */
export { regulations } from './data/regulations.ts';
export type { Regulations } from './data/regulations.ts';
