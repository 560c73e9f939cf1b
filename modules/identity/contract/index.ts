import { account, addPasskey, changePassword, endOtherSessions, endSession, newPasskeyQuestion, removePasskey } from './account.ts';
import { cities } from './cities.ts';
import { actAs, passkeyQuestion, session, signIn, signInByPasskey, signOut, touch, touchQuestion } from './session.ts';

export const contract = {
  session, signIn, passkeyQuestion, signInByPasskey, touchQuestion, touch, signOut, actAs,
  account, newPasskeyQuestion, addPasskey, removePasskey, changePassword, endSession, endOtherSessions,
  cities,
};
