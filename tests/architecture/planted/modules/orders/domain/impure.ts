import { randomUUID } from 'node:crypto'; // breaks domain
import { personShape } from '#modules/identity/contract/person.ts'; // breaks domain
import { person } from '#modules/identity/domain/person.ts'; // breaks domain
import type { Person } from '#modules/identity/index.ts'; // breaks domain
import { lines } from '../contract/lines.ts'; // breaks domain
import { rows } from '../store/rows.ts'; // breaks domain
import { clock } from '#platform/clock.ts'; // breaks domain
export const impure = [randomUUID, personShape, person, lines, rows, clock] as Person[];
