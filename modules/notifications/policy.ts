import { ROLES } from '#kernel/policy.ts';
import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

/** Whoever acts for an organisation hears what it is told. How a person is told outside is their own matter. The operator sees that messages go out, not what they say. */
export const policy: PolicyOf<typeof contract> = {
  mine: { who: ROLES, reach: 'own' },
  markRead: { who: ROLES, reach: 'own' },
  telling: { who: 'signed-in' },
  chooseWays: { who: 'signed-in' },
  claimAddress: { who: 'signed-in' },
  confirmAddress: { who: 'signed-in' },
  dropAddress: { who: 'signed-in' },
  sent: { who: 'signed-in' },
  messages: { who: ['operator.administrator'], reach: 'platform' },
  sendAgain: { who: ['operator.administrator'], reach: 'platform' },
};
