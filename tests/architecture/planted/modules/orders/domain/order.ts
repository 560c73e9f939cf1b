import { identityRules } from '#modules/identity/rules.ts';
export const order = identityRules;
