import { person } from './domain/person.ts';
export const identityRules = person;
export type Rule = string;
