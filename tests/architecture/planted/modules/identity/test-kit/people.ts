import { people } from '../store/people.ts';
export const aPerson = people;
