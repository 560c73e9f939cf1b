import { PersonTag } from '#modules/identity/web/parts.tsx';
import { personShape } from '#modules/identity/contract/person.ts';
export const Page = [PersonTag, personShape];
