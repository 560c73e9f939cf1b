import { ROLES } from '#kernel/policy.ts';
import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

/** Whoever acts for an organisation may have a key in it; what was signed with it decides each paper's own rule. */
export const policy: PolicyOf<typeof contract> = {
  myKeys: { who: ROLES, reach: 'own' },
  challenge: { who: ROLES, reach: 'own' },
  // Whoever sits at somebody's open session must not get a key in their name.
  enrolKey: { who: ROLES, reach: 'own', fresh: true },
  revokeKey: { who: ROLES, reach: 'own' },
  cityKeys: { who: 'anyone' },
  check: { who: 'anyone' },
};
