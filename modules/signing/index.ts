/** The front door of signing for higher modules on the server. All acts run in the caller's transaction, for the calling person in the calling organisation. */
import { randomBytes } from 'node:crypto';
import { must, type Result } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { ReadCall, WriteCall } from '#platform/database/call.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Vault } from '#platform/vault.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { AskedSignature as AskedView, MadeSignature } from './contract/asked.ts';
import { notify } from '#modules/notifications/index.ts';
import { challengeHolds, newChallenge, type Challenged } from './challenge.ts';
import { citySigner } from './city-key.ts';
import { signingNotices } from './domain/notices.ts';
import { checkCodeOf, serialOf } from './domain/code.ts';
import type { Certificate, RevocationReason } from './domain/certificate.ts';
import { askSignature as ask, type AskedSignature, type AskSignature, type AskSignatureRefusal } from './operations/ask-signature.ts';
import { enrolKey as enrol, type EnrolKey, type EnrolKeyRefusal } from './operations/enrol-key.ts';
import { revokeKey as revoke } from './operations/revoke-key.ts';
import { takeSignature as take, type TakenSignature, type TakeSignature, type TakeSignatureRefusal } from './operations/take-signature.ts';
import { cityKeyOf } from './store/city-keys.ts';
import { isDemonstrationPerson } from './store/holders.ts';
import { insertKey, keyOf, keysOfPerson, lockKey, saveRevocation } from './store/keys.ts';
import { insertRequest, insertSignature, openRequest, signatureByCode } from './store/signatures.ts';
import { hashOfBytes, suites } from './suites.ts';

export { makeCityKeys } from './city-key.ts';
export { bundleOf, type SignatureBundle } from './bundle.ts';
export { demonstrationSeal, keepDemonstrationCopy, type DemonstrationSeal } from './demonstration.ts';
export { newKeyPair, signText, type KeyPair } from './suites.ts';
export { signatureByCode, signaturesOn, type StoredSignature } from './store/signatures.ts';
export { sendPaper } from './papers.ts';
export type { AskedSignature, AskSignature, AskSignatureRefusal, TakenSignature, TakeSignature, TakeSignatureRefusal };

export type City = { readonly id: string; readonly demo: boolean };

/** The person who acts, in the organisation they act for and the city of the call. */
function actingIn(call: ReadCall): Challenged & { readonly personName: string; readonly organisationName: string } {
  const { actor, cityId } = call;
  if (actor === null || actor.organisationId === null || cityId === null) throw new Error('a person of an organisation signs in a city');
  return { personId: actor.personId, organisationId: actor.organisationId, cityId, personName: actor.personName, organisationName: actor.organisationName ?? '' };
}

/** What a new key must sign to prove that its holder has it. */
export const signingChallenge = (call: ReadCall, vault: Vault): string => newChallenge(vault, actingIn(call), call.now);

export async function enrolKey(call: WriteCall, vault: Vault, city: City, input: EnrolKey): Promise<Result<{ certificate: Certificate }, EnrolKeyRefusal>> {
  const who = actingIn(call);
  const enrolled = await enrol(
    {
      now: call.now, city, crypto: suites, holder: { ...who, demo: await isDemonstrationPerson(call.tx, who.personId) },
      challengeHolds: (challenge) => challengeHolds(vault, who, call.now, challenge),
      newSerial: () => serialOf(randomBytes(8)), newSalt: () => randomBytes(16).toString('hex'),
      issuer: (suite) => citySigner(call, vault, city, suite),
      ownKeys: async () => (await keysOfPerson(call.tx, city.id, who.organisationId, who.personId)).map((key) => ({ from: key.certificate.from, until: key.certificate.until, revokedAt: key.revoked?.at ?? null })),
      insert: (key) => insertKey(call.tx, key), record: call.record,
    },
    input,
  );
  // The whole unit hears of it, so that a key which somebody enrolled in a colleague's name is noticed.
  if (enrolled.ok) await tell(call, 'signing.notice.key-enrolled', enrolled.value.certificate.serial, who.personName);
  return enrolled;
}

/** @param administers whether the caller administers the organisation and may revoke everybody's keys in it. */
export async function revokeKey(call: WriteCall, input: { serial: string; reason: RevocationReason }, administers: boolean): Promise<Result<{ revokedAt: string }, 'not-found' | 'key-revoked-already'>> {
  const who = actingIn(call);
  let holder = '';
  const revoked = await revoke(
    {
      now: call.now, by: { personId: who.personId, administers },
      async lock(serial) {
        const key = await lockKey(call.tx, who.cityId, who.organisationId, serial);
        holder = key?.holder.person ?? '';
        return key === undefined ? undefined : { person: key.certificate.person, revoked: key.revoked };
      },
      save: (serial, reason) => saveRevocation(call.tx, who.cityId, serial, who.personId, reason, call.now), record: call.record,
    },
    input,
  );
  if (revoked.ok) await tell(call, 'signing.notice.key-revoked', input.serial, holder);
  return revoked;
}

const tell = (call: WriteCall, code: keyof typeof signingNotices, serial: string, holder: string): Promise<void> =>
  notify(call, { organisationId: call.actor!.organisationId!, cityId: call.cityId, code, kind: signingNotices[code], subjectKind: 'signing-key', subjectId: serial, facts: { serial, holder }, path: '/work/keys' });

/** Writes down what the calling person is about to sign; the answer goes to the browser, which signs exactly this. */
export const askSignature = (call: WriteCall, files: FileStore, input: AskSignature): Promise<Result<AskedSignature, AskSignatureRefusal>> =>
  ask(
    {
      now: call.now, signer: actingIn(call), cityId: call.cityId!, crypto: suites, hashOfBytes, newId, newCode: () => checkCodeOf(randomBytes(12)),
      key: (serial) => keyOf(call.tx, call.cityId!, serial),
      keep: async (pdf) => must(await files.put(new Blob([new Uint8Array(pdf)]).stream(), { name: 'paper.pdf', maxBytes: 20_000_000, kinds: ['pdf'] })).sha256,
      insert: (request) => insertRequest(call.tx, request), record: call.record,
    },
    input,
  );

/** Takes the calling person's signature on what was asked. */
export const takeSignature = (call: WriteCall, input: TakeSignature): Promise<Result<TakenSignature, TakeSignatureRefusal>> =>
  take(
    {
      now: call.now, cityId: call.cityId!, crypto: suites,
      request: (id) => openRequest(call.tx, call.cityId!, id, call.actor!.personId),
      key: (serial) => lockKey(call.tx, call.cityId!, call.actor!.organisationId!, serial),
      cityKey: (suite) => cityKeyOf(call.tx, call.cityId!, suite),
      insert: (id, signature) => insertSignature(call.tx, call.cityId!, id, signature, call.now), record: call.record,
    },
    input,
  );

/** What was asked, as it goes to the browser. */
export const askedView = ({ request, code, data, statement, paper, lapsesAt }: AskedSignature): AskedView => ({ request, code, data: data as AskedView['data'], statement, hasPaper: paper !== null, lapsesAt });

/** The signature under a code, as papers and pages name it; null where the code is null. */
export async function madeSignature(tx: Tx, cityId: string, code: string | null): Promise<MadeSignature | null> {
  const stored = code === null ? undefined : await signatureByCode(tx, cityId, code);
  const key = stored === undefined ? undefined : await keyOf(tx, cityId, stored.serial);
  if (stored === undefined || key === undefined) return null;
  return { id: stored.id, code: stored.code, signer: key.holder.person, organisation: key.holder.organisation, at: stored.statement.at, serial: stored.serial, hasPaper: stored.paper !== null };
}
