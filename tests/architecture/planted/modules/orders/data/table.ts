import { clock } from '#platform/clock.ts'; // breaks data
export const table = clock;
