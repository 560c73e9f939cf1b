import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

export const policy: PolicyOf<typeof contract> = {
  requirements: { who: 'anyone' },
  listed: { who: 'anyone' },
  join: { who: 'anyone', slow: true },
  ownAdmission: { who: ['supplier.clerk'], reach: 'own' },
  attach: { who: ['supplier.clerk'], reach: 'own' },
  submit: { who: ['supplier.clerk'], reach: 'own' },
  queue: { who: ['centre.reviewer'], reach: 'city' },
  review: { who: ['centre.reviewer'], reach: 'city' },
  decide: { who: ['centre.reviewer'], reach: 'city', fresh: true },
};
