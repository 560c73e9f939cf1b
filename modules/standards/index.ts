/** The front door of standards for higher modules on the server. */
import { refuse, ok, type Result } from '#kernel/result.ts';
import type { LegalDay } from '#kernel/date.ts';
import type { WriteCall } from '#platform/database/call.ts';
import type { Tx } from '#platform/database/pool.ts';
import { baseEdition } from './data/base-edition.ts';
import type { Edition } from './domain/model.ts';
import { confirmLimits as confirm, withholdLimits as withhold, type DecideLimitsNeeds, type DecideLimitsRefusal } from './operations/confirm-limits.ts';
import { adoptionInForce, insertAdoption } from './store/adoptions.ts';
import { confirmedCodes, lockConfirmed, putDecision } from './store/decisions.ts';

export { baseEdition } from './data/base-edition.ts';

/** Every edition this version of the platform knows; old ones stay executable for ever. */
export const EDITIONS: readonly Edition[] = [baseEdition()];

/** An edition by its id; undefined where this version does not know it. */
export const editionById = (id: string): Edition | undefined => EDITIONS.find((edition) => edition.id === id);

export type InForce = { readonly editionId: string; readonly edition: Edition; readonly effectiveFrom: LegalDay; readonly confirmed: ReadonlySet<string> };

/** The edition in force in a city on a day, with the limits its officers confirmed; undefined where none was adopted. */
export async function editionInForce(tx: Tx, cityId: string, on: LegalDay): Promise<InForce | undefined> {
  const adoption = await adoptionInForce(tx, cityId, on);
  if (adoption === undefined) return undefined;
  const edition = editionById(adoption.editionId);
  if (edition === undefined) throw new Error(`the city adopted the edition ${adoption.editionId}, which this version does not know`);
  return { editionId: edition.id, edition, effectiveFrom: adoption.effectiveFrom, confirmed: await confirmedCodes(tx, cityId, edition.id) };
}

/** A city adopts an edition from a day on. */
export async function adoptEdition(call: WriteCall, input: { cityId: string; editionId: string; effectiveFrom: LegalDay }): Promise<Result<{ editionId: string }, 'edition-unknown' | 'edition-adopted-already'>> {
  if (editionById(input.editionId) === undefined) return refuse('edition-unknown', 'editionId');
  if (!(await insertAdoption(call.tx, { ...input, adoptedBy: call.actor?.personId ?? null }, call.now))) return refuse('edition-adopted-already', 'editionId');
  call.record({ kind: 'edition-adopted', subject: `edition:${input.editionId}`, body: { edition: input.editionId, effectiveFrom: input.effectiveFrom }, cityId: input.cityId });
  return ok({ editionId: input.editionId });
}

export type DecideLimits = { readonly editionId: string; readonly codes: readonly string[]; readonly clause: string | null; readonly page: string | null; readonly note: string | null };

const needsOf = async (call: WriteCall, input: DecideLimits, demonstration: boolean): Promise<DecideLimitsNeeds> => {
  const cityId = call.cityId!;
  const adoption = await confirmable(call, cityId, input.editionId);
  return {
    edition: adoption ? editionById(input.editionId) : undefined,
    lockConfirmed: (codes) => lockConfirmed(call.tx, cityId, input.editionId, codes),
    put: (decision) => putDecision(call.tx, { cityId, editionId: input.editionId, ...decision, personId: call.actor!.personId, organisationId: call.actor!.organisationId! }, call.now),
    record: call.record,
    tell: (kinds) => call.emit({ name: 'standards.limits-confirmed@1', subject: `limits:${cityId}:${input.editionId}`, cityId, body: { edition: input.editionId, kinds: [...kinds] } }),
    demonstration,
  };
};

/** Only limits of the edition in force, or of one adopted for a later day, may be decided. */
async function confirmable(call: WriteCall, cityId: string, editionId: string): Promise<boolean> {
  return (await adoptionInForce(call.tx, cityId, '9999-12-31' as LegalDay))?.editionId === editionId;
}

/** Confirms limits as the calling officer; `demonstration` marks a demo city's. */
export const confirmLimits = async (call: WriteCall, input: DecideLimits, demonstration: boolean): Promise<Result<{ confirmed: number }, DecideLimitsRefusal>> => confirm(await needsOf(call, input, demonstration), input);

/** Withholds limits in doubt as the calling officer. */
export const withholdLimits = async (call: WriteCall, input: DecideLimits, demonstration: boolean): Promise<Result<{ withheld: number }, DecideLimitsRefusal>> => withhold(await needsOf(call, input, demonstration), input);
