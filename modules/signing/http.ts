import { UNIT_ADMINISTRATOR, type Actor } from '#kernel/policy.ts';
import { ok } from '#kernel/result.ts';
import type { ReadCall } from '#platform/database/call.ts';
import { serve, type Routes, type ServeWiring } from '#platform/http/serve.ts';
import { checkByCode } from './check.ts';
import { contract } from './contract/index.ts';
import { MOST_KEYS, keyStateAt } from './domain/certificate.ts';
import { enrolKey, revokeKey, signingChallenge } from './index.ts';
import { policy } from './policy.ts';
import { cityKeysOf } from './store/city-keys.ts';
import { demonstrationCopies, keysOfOrganisation, keysOfPerson, type StoredKey } from './store/keys.ts';
import type { KeyView } from './contract/keys.ts';
import type { KeyCopy } from './domain/key-copy.ts';

function keyView(call: ReadCall, key: StoredKey, copies: ReadonlyMap<string, KeyCopy>): KeyView {
  const { certificate, revoked } = key;
  const state = keyStateAt({ from: certificate.from, until: certificate.until, revokedAt: revoked?.at ?? null }, call.now.toISOString());
  return { certificate, state, holder: key.holder.person, own: certificate.person === call.actor!.personId, revoked, demonstrationCopy: copies.get(certificate.serial) ?? null, may: { revoke: revoked === null } };
}

/** Whoever administers a unit sees and revokes the keys of all its people. */
const administers = (actor: Actor | null): boolean => actor?.roles.includes(UNIT_ADMINISTRATOR) === true;
const NONE: ReadonlyMap<string, KeyCopy> = new Map();

/** The city's private key lies in the vault, which only the wiring has. */
const routesIn = ({ vault }: Pick<ServeWiring, 'vault'>): Routes =>
  serve(contract, policy, {
    reads: {
      async myKeys(call) {
        const { personId, organisationId, personName, organisationName } = call.actor!;
        const keys = await keysOfPerson(call.tx, call.cityId!, organisationId!, personId);
        const copies = call.city!.demo ? await demonstrationCopies(call.tx, call.cityId!, organisationId!, personId) : NONE;
        const colleagues = administers(call.actor) ? (await keysOfOrganisation(call.tx, call.cityId!, organisationId!)).filter((key) => key.certificate.person !== personId) : [];
        return ok({
          holder: { person: personId, organisation: organisationId!, city: call.cityId!, name: personName, organisationName: organisationName ?? '' },
          keys: keys.map((key) => keyView(call, key, copies)), colleagues: colleagues.map((key) => keyView(call, key, NONE)), mostKeys: MOST_KEYS,
        });
      },
      challenge: async (call) => ok({ challenge: signingChallenge(call, vault) }),
      cityKeys: async (call) => ok((await cityKeysOf(call.tx, call.cityId!)).map(({ key, fingerprint }) => ({ suite: key.suite, publicKey: key.publicKey, fingerprint, from: key.from, demo: key.demo }))),
      check: (call, input) => checkByCode(call, input.code),
    },
    writes: {
      enrolKey: (call, { city: _, ...input }) => enrolKey(call, vault, call.city!, input),
      revokeKey: (call, input) => revokeKey(call, { serial: input.serial, reason: input.reason }, administers(call.actor)),
    },
  });

export const routes: Routes = { contract, policy, router: (module, wiring) => routesIn(wiring).router(module, wiring) };
