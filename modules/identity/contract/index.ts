import { cities } from './cities.ts';
import { actAs, session, signIn, signOut } from './session.ts';

export const contract = { session, signIn, signOut, actAs, cities };
