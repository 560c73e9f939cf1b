import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

export const policy: PolicyOf<typeof contract> = {
  session: { who: 'anyone' },
  signIn: { who: 'anyone' },
  signOut: { who: 'signed-in' },
  actAs: { who: 'signed-in' },
  cities: { who: 'anyone' },
};
