import type { Requirement } from '../../contract/shapes.ts';
import type { AdmissionEvidence } from '../../domain/model.ts';
import type { Decision, EvidenceVerdict } from '../../domain/judge-decision.ts';

/** What the reviewer has said of each piece so far; nothing said is not the same as refused. */
export type Word = { readonly accepted: boolean; readonly reason: string };
export type Said = Readonly<Partial<Record<AdmissionEvidence, Word>>>;

/** What was said, as it is sent. */
export const verdictsSaid = (requirements: readonly Requirement[], said: Said): EvidenceVerdict[] =>
  requirements.flatMap(({ evidence, claim }) => {
    const word = said[evidence];
    return word === undefined || claim === null ? [] : [{ kind: evidence, evidenceId: claim.evidenceId, accepted: word.accepted, reason: word.accepted ? null : word.reason.trim() }];
  });

/** Why the decision cannot be sent yet, as the id of its wording; null where it can. The server judges again. */
export function notYet(requirements: readonly Requirement[], said: Said, decision: Decision, reasons: string): { readonly id: string; readonly values?: Readonly<Record<string, string | number>> } | null {
  const silent = requirements.find(({ evidence }) => said[evidence]?.accepted === false && said[evidence].reason.trim() === '');
  if (silent !== undefined) return { id: 'suppliers.review.say-why-piece', values: { evidence: silent.evidence } };
  if (decision !== 'admit') return reasons.trim() === '' ? { id: 'suppliers.review.say-why' } : null;
  const still = requirements.filter(({ evidence }) => said[evidence] === undefined).length;
  if (requirements.some(({ evidence }) => said[evidence]?.accepted === false)) return { id: 'suppliers.review.not-all' };
  return still > 0 ? { id: 'suppliers.review.still', values: { count: still } } : null;
}
