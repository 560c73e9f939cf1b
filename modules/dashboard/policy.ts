import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

export const policy: PolicyOf<typeof contract> = { overview: { who: 'anyone' } };
