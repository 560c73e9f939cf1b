/** The pure front door of identity: words and rules that higher modules and the browser may use. */
export { FRESH_MINUTES } from './domain/fresh.ts';
export { sessionAlive, SESSION_ABSOLUTE_MINUTES, SESSION_IDLE_MINUTES } from './domain/session.ts';
export { loginOf, passwordFault } from './domain/login.ts';
export { faultOfRoles } from './domain/roles.ts';
export type { Way } from './domain/session.ts';
