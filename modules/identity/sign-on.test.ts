import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ORIGIN, testPlatform, type Answer, type TestPerson } from '#app/test-kit/platform.ts';
import { SESSION_COOKIE } from './cookie.ts';
import { FLOW_COOKIE } from './sign-on.ts';
import { citySignOn, CLIENT } from './test-kit/city-sign-on.ts';

const city = await citySignOn(`${ORIGIN}/sign-on`);
after(() => city.stop());
const named = { nameZh: '湖州市统一身份认证（示例）', nameEn: 'Sign-on of Huzhou (example)' };
const t = await testPlatform({ signOns: new Map([['huzhou', { issuer: city.issuer, ...CLIENT, ...named }], ['yunxi', { issuer: 'http://127.0.0.1:1', ...CLIENT, ...named }]]) });

const cookie = (answer: Answer, name: string): string => answer.headers.getSetCookie().map((line) => line.split(';')[0]!).find((pair) => pair.startsWith(`${name}=`)) ?? '';

async function begin(as?: TestPerson): Promise<{ address: string; flow: string }> {
  const begun = await t.request('GET', as === undefined ? '/api/huzhou/session/sign-on' : '/api/huzhou/account/sign-on', { as });
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  return { address: begun.body.address, flow: cookie(begun, FLOW_COOKIE) };
}
const finish = (flow: string, query: string) => t.request('POST', '/api/session/sign-on', { body: { query }, headers: { Cookie: flow } });
const link = (as: TestPerson, flow: string, query: string) => t.request('POST', '/api/account/sign-on', { body: { query }, headers: { Cookie: `${as.cookie}; ${flow}` } });

async function linked(login: string): Promise<{ person: TestPerson; linkId: string }> {
  const person = await t.person('buyer.purchaser');
  const { address, flow } = await begin(person);
  const answer = await link(person, flow, await city.signOn(address, login));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { person, linkId: answer.body.linkId };
}

test('a person linked to the city’s sign-on comes in by it; a grave act still asks for a touch', async () => {
  const { person } = await linked('official-1');
  const { address, flow } = await begin();
  const asked = new URL(address).searchParams;
  assert.deepEqual([asked.get('scope'), asked.get('code_challenge_method'), asked.get('response_type')], ['openid', 'S256', 'code']);
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name) ?? '').length >= 40, name);
  const entered = await finish(flow, await city.signOn(address, 'official-1'));
  assert.equal(entered.status, 200, JSON.stringify(entered.body));
  assert.equal(entered.body.person.id, person.personId);
  const session = cookie(entered, SESSION_COOKIE);
  const { body: account } = await t.request('GET', '/api/account', { headers: { Cookie: session } });
  assert.equal(account.sessions.find((one: { current: boolean }) => one.current).way, 'city-sign-on');
  assert.equal((await t.request('POST', '/api/account/recovery-codes', { body: {}, headers: { Cookie: session } })).body.code, 'fresh-touch-needed');
});

test('somebody whom the city knows and nobody linked here does not come in, whatever their address looks like', async () => {
  const person = await t.person('buyer.purchaser');
  const { address, flow } = await begin();
  const refused = await finish(flow, await city.signOn(address, person.login));
  assert.deepEqual([refused.status, refused.body.code], [403, 'sign-on-not-linked']);
});

test('only the browser that began finishes, once, with what the city really sent', async () => {
  await linked('official-2');
  const first = await begin();
  const query = await city.signOn(first.address, 'official-2');
  const code = async (flow: string, sent: string): Promise<string> => (await finish(flow, sent)).body.code;
  assert.equal(await code('', query), 'sign-on-refused', 'without its flow');
  assert.equal(await code((await begin()).flow, query), 'sign-on-refused', "with another's flow: state and verifier differ");
  assert.equal(await code(first.flow, query.replace(/state=[^&]+/, 'state=forged')), 'sign-on-refused');
  assert.equal(await code(`${first.flow.slice(0, -4)}AAAA`, query), 'sign-on-refused', 'a bent flow');
  assert.equal((await finish(first.flow, query)).status, 200);
  assert.equal(await code(first.flow, query), 'sign-on-refused', 'the code is spent');
  const person = await t.person('buyer.purchaser');
  const linking = await begin(person);
  assert.equal(await code(linking.flow, await city.signOn(linking.address, 'official-2')), 'sign-on-refused', 'a flow of linking opens no session');
});

test('a link is made by its own person, once, and removed by them', async () => {
  const { person, linkId } = await linked('official-3');
  const other = await t.person('buyer.purchaser');
  const theirs = await begin(other);
  assert.equal((await link(other, theirs.flow, await city.signOn(theirs.address, 'official-3'))).body.code, 'sign-on-linked');
  const mine = await begin(person);
  assert.equal((await link(other, mine.flow, await city.signOn(mine.address, 'official-4'))).body.code, 'sign-on-refused', 'begun by somebody else');
  assert.equal((await t.request('DELETE', `/api/account/sign-on/${linkId}`, { as: other, body: {} })).status, 404);
  assert.equal((await t.request('DELETE', `/api/account/sign-on/${linkId}`, { as: person, body: {} })).status, 200);
  const again = await begin();
  assert.equal((await finish(again.flow, await city.signOn(again.address, 'official-3'))).body.code, 'sign-on-not-linked');
});

test('a city whose sign-on does not answer, and one without, are told apart', async () => {
  assert.deepEqual((await t.request('GET', '/api/sign-ons')).body.map((one: { city: string }) => one.city), ['huzhou', 'yunxi']);
  assert.equal((await t.request('GET', '/api/yunxi/session/sign-on')).body.code, 'sign-on-unreachable');
});
