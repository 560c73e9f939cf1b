import { ROLES, type Role, type Rule } from '#kernel/policy.ts';
import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

/** Who holds evidence of its own. */
const HOLDERS: readonly Role[] = ['supplier.clerk'];
/** Bodies of a city that see what is used in their city. */
export const OVERSEERS: readonly Role[] = ['centre.reviewer', 'housing.officer', 'finance.supervisor'];
/** Buyers see the evidence of what is on offer, not that of a firm's admission. */
export const BUYERS: readonly Role[] = ['buyer.purchaser', 'buyer.approver'];

export const policy: PolicyOf<typeof contract> = {
  myEvidenceList: { who: HOLDERS, reach: 'own' },
  myEvidence: { who: HOLDERS, reach: 'own' },
  submitEvidence: { who: HOLDERS, reach: 'own' },
  withdrawEvidence: { who: HOLDERS, reach: 'own' },
  centreEvidenceList: { who: ['centre.reviewer'], reach: 'city' },
  centreEvidence: { who: ['centre.reviewer'], reach: 'city' },
  confirmEvidence: { who: ['centre.reviewer'], reach: 'city' },
  refuseEvidence: { who: ['centre.reviewer'], reach: 'city' },
};

/** Whoever acts for an organisation may hand in files and fetch its own again. */
export const ownFiles: Rule = { who: ROLES, reach: 'own' };
/** What is used in a city is, for the bodies of that city, within their reach; for a supplier only its own is. */
export const evidenceFiles: Rule = { who: [...HOLDERS, ...OVERSEERS, ...BUYERS], reach: 'own' };
