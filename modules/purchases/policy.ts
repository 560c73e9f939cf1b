import type { PolicyOf } from '#platform/http/serve.ts';
import type { contract } from './contract/index.ts';

export const policy: PolicyOf<typeof contract> = {
  basket: { who: ['buyer.purchaser', 'buyer.approver'], reach: 'own' },
  putLine: { who: ['buyer.purchaser'], reach: 'own' },
  removeLine: { who: ['buyer.purchaser'], reach: 'own' },
  checkOut: { who: ['buyer.purchaser'], reach: 'own' },
  approvalRule: { who: ['buyer.purchaser', 'buyer.approver', 'unit.administrator'], reach: 'own' },
  setApprovalRule: { who: ['unit.administrator'], reach: 'own', fresh: true },
  requests: { who: ['buyer.purchaser', 'buyer.approver'], reach: 'own' },
  approveRequest: { who: ['buyer.approver'], reach: 'own' },
  returnRequest: { who: ['buyer.approver'], reach: 'own' },
  withdrawRequest: { who: ['buyer.purchaser'], reach: 'own' },
};
