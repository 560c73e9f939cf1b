import { createHash } from 'node:crypto';
import type { Demand, Limit } from '#platform/http/limits.ts';
import type { Limited, Place } from '#platform/http/serve.ts';
import { knownDevice } from './device-cookie.ts';
import { loginOf } from './domain/login.ts';

/*
 * Guessing is slowed down by account and by address, from devices the account does not know. A device it knows has a bucket of its own,
 * and a passkey has none, since it cannot be guessed: so no rival's guesses keep anybody out. The numbers are our own judgement.
 */
const BY_ACCOUNT: Limit = { name: 'guesses by account', burst: 10, perMinute: 1 };
const BY_ADDRESS: Limit = { name: 'guesses by address', burst: 30, perMinute: 10 };
const BY_DEVICE: Limit = { name: 'guesses by known device', burst: 10, perMinute: 1 };
/** Six digits are guessed sooner than a password: at this pace one in two thousand days. */
const CODES_BY_ACCOUNT: Limit = { name: 'guesses of codes by account', burst: 5, perMinute: 0.1 };
const RECOVERIES: Limit = { name: 'recoveries by address', burst: 20, perMinute: 5 };
const BY_SESSION: Limit = { name: 'guesses by session', burst: 5, perMinute: 1 };

/** Accounts are counted under a digest: whether one exists plays no part, and no login stands in the tables of the limits. */
const accountKey = (login: string): string => createHash('sha256').update(loginOf(login) ?? login).digest('base64url');

/** Of whoever guesses a password, or a code beside it. */
export function guessLimits({ request, vault }: Place, { login, code }: { readonly login: string; readonly code?: string | undefined }): Limited {
  const device = knownDevice(vault, request.cookie, login);
  if (device !== undefined) return { lane: 'known devices', demands: [{ limit: BY_DEVICE, key: `${device} ${accountKey(login)}`, onlyRefused: true }] };
  const guesses: Demand[] = [{ limit: BY_ACCOUNT, key: accountKey(login), onlyRefused: true }, { limit: BY_ADDRESS, key: request.address, onlyRefused: true }];
  return { lane: 'strangers', demands: code === undefined ? guesses : [...guesses, { limit: CODES_BY_ACCOUNT, key: accountKey(login), onlyRefused: true }] };
}

/** A recovery code cannot be guessed; what is bounded is the hashing. By address only, so that nobody else's guesses stand in its way. */
export const recoveryLimits = ({ request }: Place): Limited => ({ lane: 'recoveries', demands: [{ limit: RECOVERIES, key: request.address, onlyRefused: true }] });

/** What a city's sign-on proves is not guessed here; what is bounded is the asking of its server. */
const SIGN_ONS: Limit = { name: 'sign-ons by address', burst: 60, perMinute: 30 };
export const signOnLimits = ({ request }: Place): Limited => ({ lane: 'sign-on', demands: [{ limit: SIGN_ONS, key: request.address, onlyRefused: true }] });

/** Of whoever has a session and guesses what would make it fresh. */
export const touchLimits = ({ request }: Place): Limited => ({ lane: 'known devices', demands: [{ limit: BY_SESSION, key: request.actor?.sessionId ?? '', onlyRefused: true }] });
