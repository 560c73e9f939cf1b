import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

export const policy: PolicyOf<typeof contract> = {
  submitReport: { who: ['supplier.clerk'], reach: 'own' },
  report: { who: ['supplier.clerk'], reach: 'own' },
  settleReading: { who: ['centre.reviewer'], reach: 'city' },
  enterValue: { who: ['supplier.clerk'], reach: 'own' },
};
