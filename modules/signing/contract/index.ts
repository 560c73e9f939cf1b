import { check } from './check.ts';
import { challenge, cityKeys, enrolKey, myKeys, revokeKey } from './keys.ts';

export const contract = { myKeys, challenge, enrolKey, revokeKey, cityKeys, check };
