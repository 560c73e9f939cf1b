import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

/** The operator of the platform and nobody else; it has no other right. */
const operator = { who: ['operator.administrator'], reach: 'platform' } as const;
export const policy: PolicyOf<typeof contract> = { health: operator, retryJob: operator, securityActs: operator, refusals: operator, audit: operator };
