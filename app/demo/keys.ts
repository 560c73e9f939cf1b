import type { LegalDay } from '#kernel/date.ts';
import type { Actor, Role } from '#kernel/policy.ts';
import { must, ok } from '#kernel/result.ts';
import { demonstrationSeal, enrolKey, keepDemonstrationCopy, makeCityKeys, newKeyPair, signingChallenge, signText, type KeyPair } from '#modules/signing/index.ts';
import { possessionText, statementText, type Statement } from '#modules/signing/rules.ts';
import type { Stage } from './stage.ts';

/** Whoever plays one of these signs papers. */
const SIGNERS: readonly Role[] = ['buyer.purchaser', 'buyer.approver', 'housing.officer', 'supplier.clerk'];

export type DemoKey = KeyPair & { readonly serial: string };

/** The keys of the demonstration's people, made at its loading under its printed passphrase and certified as nothing but a demonstration. */
export class DemoKeys {
  private readonly keys = new Map<string, DemoKey>();
  private readonly passphrase: string;
  private seal: ReturnType<typeof demonstrationSeal> | undefined;

  constructor(passphrase: string) {
    this.passphrase = passphrase;
  }

  /** The city's own keys, made when it is founded. */
  async foundCity(stage: Stage, city: string, on: LegalDay): Promise<void> {
    await stage.act({ city, as: null, on }, async (call) => {
      await makeCityKeys(call, stage.platform.serve.vault, { id: call.cityId!, demo: true });
      return ok(undefined);
    });
  }

  /** A person enrols a key as their browser would, and leaves the sealed copy for whoever plays them. */
  async enrol(stage: Stage, city: string, as: Actor, on: LegalDay): Promise<void> {
    const cityId = stage.cities.get(city)!;
    const name = `${as.membershipId} ${cityId}`;
    if (this.keys.has(name) || !as.roles.some((role) => SIGNERS.includes(role))) return;
    const seal = await (this.seal ??= demonstrationSeal(this.passphrase));
    const { vault } = stage.platform.serve;
    const pair = newKeyPair(1);
    const { serial } = await stage.act({ city, as, on }, async (call) => {
      const challenge = signingChallenge(call, vault);
      const proof = signText(pair, possessionText({ suite: pair.suite, publicKey: pair.publicKey, person: as.personId, organisation: as.organisationId!, city: cityId, challenge }));
      const { certificate } = must(await enrolKey(call, vault, { id: cityId, demo: true }, { suite: pair.suite, publicKey: pair.publicKey, challenge, proof }));
      await keepDemonstrationCopy(call, seal, pair, certificate);
      return ok({ serial: certificate.serial });
    });
    this.keys.set(name, { ...pair, serial });
  }

  of(stage: Stage, city: string, as: Actor): DemoKey {
    const key = this.keys.get(`${as.membershipId} ${stage.cities.get(city)!}`);
    if (key === undefined) throw new Error(`${as.personName} has no signing key in ${city}`);
    return key;
  }

  /** What the person's browser would send back. */
  sign(key: DemoKey, asked: { readonly request: string; readonly statement: Statement }): { request: string; signature: string } {
    return { request: asked.request, signature: signText(key, statementText(asked.statement)) };
  }
}
