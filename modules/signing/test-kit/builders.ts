import type { TestCity, TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { day } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import { typeset } from '#platform/paper/typeset.ts';
import { possessionText } from '../domain/certificate.ts';
import { statementText, type Statement } from '../domain/statement.ts';
import type { SuiteId } from '../domain/suite.ts';
import { askSignature, enrolKey, newKeyPair, signingChallenge, signText, type KeyPair } from '../index.ts';

/** A person's key as a test holds it: the browser's part is played here, the server's is the real operations. */
export type TestKey = KeyPair & { readonly serial: string };

const known = new WeakMap<TestPlatform, Map<string, Promise<TestKey>>>();

/** A key enrolled for the person in their organisation; the same one each time it is asked for. */
export function keyFor(t: TestPlatform, person: TestPerson, city: TestCity = t.huzhou, suite: SuiteId = 1): Promise<TestKey> {
  const keys = known.get(t) ?? new Map<string, Promise<TestKey>>();
  known.set(t, keys);
  const name = `${person.membershipId} ${city.id} ${suite}`;
  const key = keys.get(name) ?? enrolledKey(t, person, city, suite);
  keys.set(name, key);
  return key;
}

/** A key of its own each time. */
export async function enrolledKey(t: TestPlatform, person: TestPerson, city: TestCity = t.huzhou, suite: SuiteId = 1): Promise<TestKey> {
  const pair = newKeyPair(suite);
  const { vault } = t.platform.serve;
  const enrolled = must(await t.act({ as: person, city }, (call) => {
    const challenge = signingChallenge(call, vault);
    const proof = signText(pair, possessionText({ suite, publicKey: pair.publicKey, person: person.personId, organisation: person.organisationId, city: city.id, challenge }));
    return enrolKey(call, vault, { id: city.id, demo: true }, { suite, publicKey: pair.publicKey, challenge, proof });
  }));
  return { ...pair, serial: enrolled.certificate.serial };
}

/** A paper laid before a person to sign; the request's id. */
export async function askedPaper(t: TestPlatform, person: TestPerson, city: TestCity = t.huzhou): Promise<string> {
  const key = await keyFor(t, person, city);
  const matter = { purpose: 'orders.acceptance', subject: 'order:none', title: { 'zh-CN': '示例文书', en: 'A paper' } };
  const paper = (): Promise<Uint8Array> => typeset({ template: '示例', data: null, title: '示例', date: day('2026-11-22') });
  return must(await t.act({ as: person, city }, (call) => askSignature(call, t.platform.serve.files, { ...matter, key: key.serial, data: () => ({}), paper }))).request;
}

/** What the browser sends back on what the server asked it to sign. */
export const signedWith = (key: KeyPair, asked: { readonly request: string; readonly statement: Statement }): { request: string; signature: string } => ({ request: asked.request, signature: signText(key, statementText(asked.statement)) });
