import { clock } from '#platform/clock.ts'; // breaks store
import { lines } from '../contract/lines.ts'; // breaks store
import { identityRules } from '#modules/identity/rules.ts'; // breaks store
import { place } from '../operations/place.ts'; // breaks store
export const wide = [clock, lines, identityRules, place];
