import { rows } from '../store/rows.ts'; // breaks web
import { place } from '../operations/place.ts'; // breaks web
import { readPeople } from '#modules/identity/index.ts'; // breaks web
import { Page } from '#modules/identity/web/page.tsx'; // breaks web
import { clock } from '#platform/clock.ts'; // breaks web
import { Kysely } from 'kysely'; // breaks web
export const greedy = [rows, place, readPeople, Page, clock, Kysely];
