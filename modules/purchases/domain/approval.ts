import { dec } from '#kernel/decimal.ts';
import type { Money } from '#kernel/money.ts';

/** From this total on (yuan, inclusive) so many different approvers say yes before anything is ordered. */
export type Band = { readonly from: string; readonly approvals: number };
export const MOST_BANDS = 5;

/** Why bands are no rule; null where they are. They rise in amount, and what costs more never asks fewer people. */
export function faultOfBands(bands: readonly Band[]): 'bands-out-of-order' | null {
  return bands.some((band, at) => at > 0 && (dec(band.from).lte(dec(bands[at - 1]!.from)) || band.approvals < bands[at - 1]!.approvals)) ? 'bands-out-of-order' : null;
}

/** How many approvals a purchase of this total needs: those of the highest band it reaches, none below the first. */
export const approvalsFor = (bands: readonly Band[], total: Money): number => bands.findLast((band) => dec(total).gte(dec(band.from)))?.approvals ?? 0;

export const REQUEST_STATUSES = ['awaiting-approval', 'ordered', 'returned', 'withdrawn'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];
export type RequestState = { readonly status: RequestStatus; readonly requestedBy: string; readonly approvedBy: readonly string[]; readonly approvals: number };

/** Why this person may not approve or return a request; null where they may. Nobody approves their own, nor twice. */
export function faultOfDeciding(request: RequestState, personId: string): 'request-settled' | 'own-request' | 'approved-already' | null {
  if (request.status !== 'awaiting-approval') return 'request-settled';
  if (request.requestedBy === personId) return 'own-request';
  return request.approvedBy.includes(personId) ? 'approved-already' : null;
}
