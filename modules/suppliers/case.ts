/** One admission with everything that is known of it, as both sides' pages and both sides' acts need it. */
import type { LegalDay } from '#kernel/date.ts';
import { evidenceById, uploadOf, type EvidenceRecord } from '#modules/documents/index.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Claim, Requirement, Round as RoundView, RuleSet } from './contract/shapes.ts';
import { admissionRuleSets } from './data/rule-sets.ts';
import { gapsOf } from './domain/gaps.ts';
import type { AdmissionEvidence, AdmissionRequirement, AdmissionRuleSet, Attached, JudgedEvidence } from './domain/model.ts';
import { ruleSetOn } from './domain/rule-set.ts';
import { evidencePlaces } from './store/admissions.ts';
import { verdictsOf, type Round, type StoredVerdict } from './store/history.ts';

export const ruleSetInForce = (on: LegalDay): AdmissionRuleSet | undefined => ruleSetOn(admissionRuleSets(), on);

/** The rule set of this id. Throws where the data no longer has it: what was submitted under it could not be judged. */
export function ruleSetOfId(id: string): AdmissionRuleSet {
  const set = admissionRuleSets().find((one) => one.id === id);
  if (set === undefined) throw new Error(`the rule set ${id} is gone from the data`);
  return set;
}

type AttachedRecords = {
  readonly pieces: Attached;
  readonly files: Readonly<Partial<Record<AdmissionEvidence, string>>>;
  readonly claims: Readonly<Partial<Record<AdmissionEvidence, Claim>>>;
};

/** What stands in an admission now, with what this city's centre said of each piece. */
export async function attachedTo(tx: Tx, cityId: string, admissionId: string): Promise<AttachedRecords> {
  const verdicts = await verdictsOf(tx, cityId, admissionId);
  const pieces: Partial<Record<AdmissionEvidence, JudgedEvidence>> = {};
  const files: Partial<Record<AdmissionEvidence, string>> = {};
  const claims: Partial<Record<AdmissionEvidence, Claim>> = {};
  for (const { kind, evidenceId } of await evidencePlaces(tx, cityId, admissionId)) {
    const record = await evidenceById(tx, evidenceId);
    if (record === undefined) throw new Error(`the evidence ${evidenceId} is gone`);
    const verdict = verdicts.findLast((one) => one.evidenceId === evidenceId);
    pieces[kind] = { evidenceId, number: record.number, issuer: record.issuer, issuedOn: record.issuedOn, validUntil: record.validUntil, state: record.state, refusedHere: verdict?.accepted === false };
    files[kind] = record.sha256;
    const upload = await uploadOf(tx, record.holderOrganisationId, record.uploadId);
    if (upload === undefined) throw new Error(`the file of the evidence ${evidenceId} is gone`);
    claims[kind] = claimOf(record, { uploadId: record.uploadId, sha256: upload.sha256, bytes: upload.bytes, kind: upload.kind, name: upload.name }, verdict);
  }
  return { pieces, files, claims };
}

const claimOf = (record: EvidenceRecord, file: Claim['file'], verdict: StoredVerdict | undefined): Claim => ({
  evidenceId: record.id, number: record.number, issuer: record.issuer, issuedOn: record.issuedOn, validUntil: record.validUntil,
  file, state: record.state,
  verdict: verdict === undefined ? null : { accepted: verdict.accepted, reason: verdict.reason, round: verdict.round },
});

/** Each requirement with what stands there and what is missing on a day. */
export function requirementsShown(asked: readonly AdmissionRequirement[], attached: AttachedRecords, on: LegalDay): Requirement[] {
  const gaps = gapsOf(asked, attached.pieces, on);
  return asked.map((one) => ({ ...askedShown(one), claim: attached.claims[one.evidence] ?? null, gaps: gaps.filter((gap) => gap.evidence === one.evidence) }));
}

export const NOTHING_ATTACHED: AttachedRecords = { pieces: {}, files: {}, claims: {} };

export const askedShown = (one: AdmissionRequirement) => ({ evidence: one.evidence, fields: [...one.fields], basis: one.basis });

export const ruleSetShown = (set: AdmissionRuleSet): RuleSet => ({
  id: set.id, effectiveFrom: set.effectiveFrom, effectiveUntil: set.effectiveUntil, effectiveBecause: set.effectiveBecause, sources: [...set.sources],
});

/** The rounds as a page shows them; who decided is told to the centre only. */
export const roundsShown = (rounds: readonly Round[], toCentre: boolean): RoundView[] =>
  rounds.map((round) => ({
    round: round.round, submittedAt: round.submittedAt.toISOString(),
    decision: round.decision === null ? null : { decision: round.decision.decision, reasons: round.decision.reasons, at: round.decision.at.toISOString(), by: toCentre ? round.decision.by : null },
  }));
