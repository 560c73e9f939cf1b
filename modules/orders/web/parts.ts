/** What this module's pages lend to those of higher modules. Whoever uses them loads `stateWording`. */
export { OrderState } from './states/order-state.tsx';
export { stateWording } from './states/wording.ts';
