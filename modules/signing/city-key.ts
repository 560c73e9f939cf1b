import type { WriteCall } from '#platform/database/call.ts';
import type { Vault } from '#platform/vault.ts';
import { cityKeyText, type CityKey } from './domain/certificate.ts';
import { SUITE_IDS, type SuiteId } from './domain/suite.ts';
import { cityKeyOf, insertCityKey } from './store/city-keys.ts';
import { newKeyPair, signText, suites } from './suites.ts';

/** How the city's key signs a text, without the key leaving this file. */
export type CitySigner = { readonly key: CityKey; readonly fingerprint: string; sign(text: string): string };

const PURPOSE = 'city key';
const about = (cityId: string, suite: SuiteId): string => `${cityId} ${suite}`;

/** Makes the city's keys, one for each suite, where it has none: at its founding, or at first need for a city founded before. Recorded. */
export async function makeCityKeys(call: WriteCall, vault: Vault, city: { readonly id: string; readonly demo: boolean }): Promise<void> {
  for (const suite of SUITE_IDS) {
    if ((await cityKeyOf(call.tx, city.id, suite)) !== undefined) continue;
    const pair = newKeyPair(suite);
    const key: CityKey = { suite, city: city.id, publicKey: pair.publicKey, from: call.now.toISOString(), demo: city.demo };
    const fingerprint = suites.hash(suite, cityKeyText(key));
    const made = await insertCityKey(call.tx, { key, fingerprint, sealed: vault.seal(PURPOSE, about(city.id, suite), Buffer.from(pair.privateKey, 'hex')) }, call.now);
    if (made) call.record({ kind: 'city-key-made', subject: `city-key:${fingerprint}`, body: { ...key, fingerprint }, cityId: city.id });
  }
}

/** The city's key of a suite, ready to certify. */
export async function citySigner(call: WriteCall, vault: Vault, city: { readonly id: string; readonly demo: boolean }, suite: SuiteId): Promise<CitySigner> {
  await makeCityKeys(call, vault, city);
  const { key, fingerprint, sealed } = (await cityKeyOf(call.tx, city.id, suite))!;
  return {
    key, fingerprint,
    sign(text) {
      const privateKey = vault.open(PURPOSE, about(city.id, suite), sealed);
      if (privateKey === undefined) throw new Error('the city’s signing key does not open: restore the key of the installation (QINGCAI_KEY, or keys/installation.key in the data folder) that it was sealed under');
      return signText({ suite, publicKey: key.publicKey, privateKey: privateKey.toString('hex') }, text);
    },
  };
}
