import { allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, randomNonce, randomPKCECodeVerifier, randomState, type Configuration } from 'openid-client';
import { isLocal, type SignOn } from '#platform/http/sign-on.ts';
import type { Vault } from '#platform/vault.ts';

/* A city's own sign-on: OpenID Connect, code flow with PKCE, state and nonce. Only who somebody is there is asked, no mail address and no name. */

export const FLOW_COOKIE = '__Host-qingcai-sign-on';
const MINUTES = 10;
const TIMEOUT_SECONDS = 5;
const KNOWN_MILLIS = 600_000;

/** What the browser keeps while the person is at their city, sealed: only who began a sign-on can finish it. */
export type Flow = { readonly purpose: 'sign-in' | 'link'; readonly personId: string | null; readonly city: string; readonly state: string; readonly nonce: string; readonly verifier: string; readonly until: number };

const known = new Map<string, { until: number; found: Promise<Configuration> }>();

/** What the issuer says of itself, asked at most every ten minutes. */
function issuerOf(signOn: SignOn): Promise<Configuration> {
  const key = `${signOn.issuer} ${signOn.clientId}`;
  const before = known.get(key);
  if (before !== undefined && before.until > performance.now()) return before.found;
  const found = discovery(new URL(signOn.issuer), signOn.clientId, signOn.clientSecret, undefined, { timeout: TIMEOUT_SECONDS, ...(isLocal(signOn.issuer) ? { execute: [allowInsecureRequests] } : {}) });
  known.set(key, { until: performance.now() + KNOWN_MILLIS, found });
  found.catch(() => known.delete(key));
  return found;
}

const returnAddress = (publicOrigin: string): string => `${publicOrigin}/sign-on`;

/** Where to send the person, and what their browser keeps meanwhile; undefined where the issuer does not answer. */
export async function beginFlow(vault: Vault, signOn: SignOn, flow: Pick<Flow, 'purpose' | 'personId' | 'city'>, publicOrigin: string, now: Date): Promise<{ address: string; cookie: string } | undefined> {
  const config = await issuerOf(signOn).catch(() => undefined);
  if (config === undefined) return undefined;
  const kept: Flow = { ...flow, state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), until: now.getTime() + MINUTES * 60_000 };
  const address = buildAuthorizationUrl(config, {
    redirect_uri: returnAddress(publicOrigin), scope: 'openid', state: kept.state, nonce: kept.nonce,
    code_challenge: await calculatePKCECodeChallenge(kept.verifier), code_challenge_method: 'S256',
  });
  const sealed = vault.seal('sign-on', '', Buffer.from(JSON.stringify(kept))).toString('base64url');
  return { address: address.href, cookie: `${FLOW_COOKIE}=${sealed}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${MINUTES * 60}` };
}

export const clearFlow = (): string => `${FLOW_COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;

/** The flow that this browser began for this purpose; undefined where there is none, or it is too old. */
export function flowOf(vault: Vault, cookie: string, purpose: Flow['purpose'], now: Date): Flow | undefined {
  const sealed = cookie.split(';').map((part) => part.trim().split('=', 2)).find(([name]) => name === FLOW_COOKIE)?.[1];
  const opened = sealed === undefined ? undefined : vault.open('sign-on', '', Buffer.from(sealed, 'base64url'));
  if (opened === undefined) return undefined;
  const flow = JSON.parse(opened.toString()) as Flow;
  return flow.purpose === purpose && flow.until > now.getTime() ? flow : undefined;
}

/** Who came back, by the query that the city's sign-on sent them with; undefined where anything about it is not right. */
export async function subjectOf(signOn: SignOn, flow: Flow, query: string, publicOrigin: string): Promise<{ issuer: string; subject: string } | undefined> {
  try {
    const tokens = await authorizationCodeGrant(await issuerOf(signOn), new URL(`${returnAddress(publicOrigin)}?${query}`), { pkceCodeVerifier: flow.verifier, expectedState: flow.state, expectedNonce: flow.nonce, idTokenExpected: true });
    const claims = tokens.claims();
    return claims === undefined ? undefined : { issuer: claims.iss, subject: claims.sub };
  } catch {
    return undefined;
  }
}
