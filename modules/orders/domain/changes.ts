import type { LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import type { DeliveredLine } from './deliver-lines.ts';
import type { Finding, LineState, OrderState, Site } from './model.ts';
import type { OrderAct, OrderStatus } from './order-life.ts';
import type { PricedLine } from './price-lines.ts';
import type { Handling, Remedy } from './settle-line.ts';

/** A new order, whole: what one statement writes. */
export type PlacedOrder = {
  readonly orderId: string;
  readonly number: string;
  readonly supplierOrganisationId: string;
  readonly site: Site;
  readonly requiredOn: LegalDay | null;
  readonly note: string | null;
  readonly internalNote: string | null;
  readonly total: Money;
  readonly lines: readonly (PricedLine & {
    /** Canonical text of the requirement and its fingerprint, and the items an acceptance must answer. */
    readonly requirement: string;
    readonly requirementSha256: Uint8Array;
    readonly items: readonly string[];
  })[];
};

/** What an act changes in an order, in one go. */
export type OrderChange = {
  /** As it was before the act. */
  readonly order: OrderState;
  readonly status: OrderStatus;
  readonly payable: Money;
  /** The lines that changed, as they are now. */
  readonly lines: readonly LineState[];
  readonly moment: { readonly act: OrderAct; readonly lineNo: number | null; readonly facts: Readonly<Record<string, string | null>> };
  readonly delivery?: { readonly lines: readonly (DeliveredLine & { readonly batch: string | null })[]; readonly note: string | null; readonly carrier: string | null; readonly last: boolean };
  readonly settlement?: { readonly lineNo: number; readonly handling: Handling; readonly remedy: Remedy | null; readonly accepted: string; readonly sentBack: string; readonly reducedPrice: Money | null; readonly reason: string | null; readonly findings: readonly Finding[] };
  readonly answer?: { readonly lineNo: number; readonly agreed: boolean; readonly answer: string | null };
  readonly signed?: { readonly members: readonly string[]; readonly code: string };
  readonly paid?: { readonly on: LegalDay; readonly voucher: string | null };
};
