import type { Rule } from '#kernel/policy.ts';
import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

const PARTIES = ['buyer.purchaser', 'buyer.approver', 'supplier.clerk'] as const;
const BUYER = ['buyer.purchaser'] as const;
const SUPPLIER = ['supplier.clerk'] as const;

/** Who may have the signed paper: both sides. */
export const acceptancePaperRule: Rule = { who: PARTIES, reach: 'own' };

export const policy: PolicyOf<typeof contract> = {
  orders: { who: PARTIES, reach: 'own' },
  order: { who: PARTIES, reach: 'own' },
  placeOrder: { who: BUYER, reach: 'own' },
  confirmOrder: { who: SUPPLIER, reach: 'own' },
  declineOrder: { who: SUPPLIER, reach: 'own' },
  cancelOrder: { who: BUYER, reach: 'own' },
  recordDelivery: { who: SUPPLIER, reach: 'own' },
  acceptLine: { who: BUYER, reach: 'own' },
  answerReduction: { who: SUPPLIER, reach: 'own' },
  askAcceptance: { who: BUYER, reach: 'own' },
  signAcceptance: { who: BUYER, reach: 'own', fresh: true },
  acceptanceBundle: { who: PARTIES, reach: 'own' },
  recordPayment: { who: BUYER, reach: 'own' },
};
