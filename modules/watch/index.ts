/** The front door of the watch for the wiring in app/. */
export { lastObservation, type Observation } from './store/observation.ts';
