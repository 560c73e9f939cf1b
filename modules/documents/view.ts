import { daysBetween, legalDayAt, type LegalDay } from '#kernel/date.ts';
import type { Actor } from '#kernel/policy.ts';
import { actsFrom } from '#kernel/transitions.ts';
import type { Evidence } from './contract/evidence.ts';
import { EVIDENCE_LIFE } from './domain/evidence-life.ts';
import { expiryOf } from './domain/evidence.ts';
import type { EvidenceRow } from './store/lists.ts';

/** A stored row as this reader sees it, with what they may do next. The acts decide again, under lock. */
export function evidenceView(row: EvidenceRow, reader: { readonly actor: Actor | null; readonly now: Date; readonly as: 'holder' | 'centre' }): Evidence {
  const today: LegalDay = legalDayAt(reader.now);
  const acts = actsFrom(EVIDENCE_LIFE, row.state);
  const theirs = reader.actor?.organisationId === row.holder.id || reader.actor?.personId === row.submittedBy;
  const decides = reader.as === 'centre' && !theirs && reader.actor?.roles.includes('centre.reviewer') === true;
  return {
    id: row.id, kind: row.kind, number: row.number, issuer: row.issuer, issuedOn: row.issuedOn, validUntil: row.validUntil, state: row.state, holder: row.holder, file: row.file,
    values: row.values.map((v) => ({ ...v })),
    expiry: expiryOf(row.validUntil, today),
    daysLeft: row.validUntil === null ? null : daysBetween(today, row.validUntil),
    submittedAt: row.submittedAt.toISOString(),
    decision: row.decision === null ? null : { ...row.decision, at: row.decision.at.toISOString() },
    uses: row.uses.map((use) => ({ ...use, usedAt: use.usedAt.toISOString() })),
    may: { confirm: decides && acts.includes('confirm'), refuse: decides && acts.includes('refuse'), withdraw: reader.as === 'holder' && reader.actor?.organisationId === row.holder.id && acts.includes('withdraw') },
  };
}
