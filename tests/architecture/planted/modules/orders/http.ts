import { people } from '#modules/identity/store/people.ts'; // breaks wiring
import { personShape } from '#modules/identity/contract/person.ts'; // breaks wiring
import { identityRules } from '#modules/identity/rules.ts';
import { clock } from '#platform/clock.ts';
import { Page } from './web/page.tsx'; // breaks wiring
import { aPerson } from '#modules/identity/test-kit/people.ts'; // breaks wiring test-kit
export const http = [people, personShape, identityRules, clock, Page, aPerson];
