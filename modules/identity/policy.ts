import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

export const policy: PolicyOf<typeof contract> = {
  session: { who: 'anyone' },
  signIn: { who: 'anyone', secret: true, slow: true },
  passkeyQuestion: { who: 'anyone' },
  signInByPasskey: { who: 'anyone', secret: true },
  touchQuestion: { who: 'signed-in' },
  touch: { who: 'signed-in', secret: true, slow: true },
  signOut: { who: 'signed-in', secret: true },
  actAs: { who: 'signed-in', secret: true },
  account: { who: 'signed-in' },
  newPasskeyQuestion: { who: 'signed-in', fresh: true },
  addPasskey: { who: 'signed-in', fresh: true },
  removePasskey: { who: 'signed-in', fresh: true },
  changePassword: { who: 'signed-in', fresh: true, slow: true },
  endSession: { who: 'signed-in' },
  endOtherSessions: { who: 'signed-in' },
  cities: { who: 'anyone' },
};
