import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

export const policy: PolicyOf<typeof contract> = {
  edition: { who: 'anyone' },
  kind: { who: 'anyone' },
  limitDesk: { who: ['housing.officer', 'centre.reviewer', 'finance.supervisor'], reach: 'city' },
  confirmLimits: { who: ['housing.officer'], reach: 'city', fresh: true },
  withholdLimits: { who: ['housing.officer'], reach: 'city', fresh: true },
};
