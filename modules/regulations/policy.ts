import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

/** The law is everybody's. */
export const policy: PolicyOf<typeof contract> = { parameters: { who: 'anyone' }, calendar: { who: 'anyone' }, deadline: { who: 'anyone' } };
