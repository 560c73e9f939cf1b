import { people } from './store/people.ts';
export const readPeople = people;
export type Person = string;
