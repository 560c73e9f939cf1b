import { possessionText } from '../../domain/certificate.ts';
import type { KeyCopy } from '../../domain/key-copy.ts';
import type { SuiteId } from '../../domain/suite.ts';
import { signing, type Holder } from '../client.ts';
import { sealCopy } from './copy.ts';
import { keepCopy } from './keyring.ts';
import { makeKey, signText } from './suites.ts';

/**
 * Makes a key in this browser, seals and keeps it, and has the city certify its public part. The private part goes nowhere.
 * Sent again after a lost answer it makes another key: both lie here, and the one too many can be revoked.
 */
export async function enrol(city: string, holder: Holder, suite: SuiteId, passphrase: string): Promise<KeyCopy> {
  const pair = await makeKey(suite);
  const copy = await sealCopy(pair, holder, passphrase);
  // Kept before it is certified: a certificate for a key that was lost would be of no use.
  await keepCopy(copy);
  const { challenge } = await signing.challenge({ city });
  const proof = await signText(pair, possessionText({ suite, publicKey: pair.publicKey, person: holder.person, organisation: holder.organisation, city: holder.city, challenge }));
  await signing.enrolKey({ city, suite, publicKey: pair.publicKey, challenge, proof });
  return copy;
}
