import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A city's sign-on: a whole OpenID provider on this machine, with one client. */
export type CitySignOn = {
  readonly issuer: string;
  /** Goes through it as a person there, as a browser would; the query with which it sends them back. */
  signOn(address: string, login: string): Promise<string>;
  stop(): Promise<void>;
};

export const CLIENT = { clientId: 'qingcai', clientSecret: 'a-secret-of-the-test-and-nothing-else' };

type ProviderClass = new (issuer: string, configuration: object) => { callback(): RequestListener };

export async function citySignOn(returnAddress: string): Promise<CitySignOn> {
  // The package brings no types; what is used of it is said here.
  const { Provider } = (await import('oidc-provider' as string)) as { Provider: ProviderClass };
  let answer: RequestListener = (_, response) => void response.end();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [returnAddress], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  answer = provider.callback();
  return {
    issuer,
    async signOn(address, login) {
      const cookies = new Map<string, string>();
      let [next, form]: [string, string | null] = [address, null];
      for (let step = 0; step < 12; step += 1) {
        const response: Response = await fetch(next, {
          redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
          ...(form === null ? {} : { method: 'POST', body: form }),
        });
        for (const line of response.headers.getSetCookie()) {
          const [name, value] = line.split(';')[0]!.split('=', 2) as [string, string];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location !== null) {
          const to = new URL(location, next);
          if (to.href.startsWith(`${returnAddress}?`)) return to.search.slice(1);
          [next, form] = [to.href, null];
          continue;
        }
        const page: string = await response.text();
        const action: string | undefined = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
        if (action === undefined) throw new Error(`the sign-on shows no form: ${response.status} ${page.slice(0, 300)}`);
        [next, form] = [new URL(action.replaceAll('&amp;', '&'), next).href, page.includes('value="login"') ? `prompt=login&login=${login}&password=x` : 'prompt=consent'];
      }
      throw new Error('the sign-on leads nowhere');
    },
    stop: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}
