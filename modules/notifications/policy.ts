import { ROLES } from '#kernel/policy.ts';
import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

/** Whoever acts for an organisation hears what it is told. */
export const policy: PolicyOf<typeof contract> = {
  mine: { who: ROLES, reach: 'own' },
  markRead: { who: ROLES, reach: 'own' },
};
