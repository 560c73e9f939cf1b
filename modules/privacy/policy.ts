import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

/** What is kept of people is told to everybody; one's own data to oneself; an erasure is carried out by two people of the operator. */
export const policy: PolicyOf<typeof contract> = {
  map: { who: 'anyone' },
  mine: { who: 'signed-in' },
  askExport: { who: 'signed-in', fresh: true },
  askErasure: { who: 'signed-in', fresh: true },
  withdrawErasure: { who: 'signed-in' },
  erasures: { who: ['operator.administrator'], reach: 'platform' },
  agreeErasure: { who: ['operator.administrator'], reach: 'platform', fresh: true },
  refuseErasure: { who: ['operator.administrator'], reach: 'platform', fresh: true },
};
