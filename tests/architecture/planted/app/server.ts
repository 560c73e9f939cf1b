import { modules } from './modules.ts';
import { identity } from '#modules/identity/module.ts'; // breaks manifest
import { people } from '#modules/identity/store/people.ts'; // breaks app-by-front-doors
import { absent } from '#kernel/absent.ts'; // breaks unresolved
export const server = [modules, identity, people, absent];
