import type { Limit } from '#platform/http/limits.ts';
import type { Limited, Place } from '#platform/http/serve.ts';

/*
 * Registration is open to everybody and derives a password's hash: so many from one address, and so many tries for one credit code.
 * A service hall where many suppliers register stays below it. The numbers are our own judgement.
 */
const BY_ADDRESS: Limit = { name: 'registrations by address', burst: 20, perMinute: 0.5 };
const BY_CREDIT_CODE: Limit = { name: 'registrations by credit code', burst: 10, perMinute: 1 };

export const joinLimits = ({ request }: Place, { creditCode }: { readonly creditCode: string }): Limited => ({
  lane: 'registrations',
  demands: [{ limit: BY_ADDRESS, key: request.address }, { limit: BY_CREDIT_CODE, key: creditCode }],
});
