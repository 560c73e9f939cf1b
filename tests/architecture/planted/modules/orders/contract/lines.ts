import { z } from 'zod';
import type { Rule } from '#modules/identity/rules.ts';
import { personShape } from '#modules/identity/contract/person.ts';
export const lines = [z, personShape] as Rule[];
