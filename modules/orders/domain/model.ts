import type { Json } from '#kernel/canonical.ts';
import type { LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import type { LineStatus } from './line-life.ts';
import type { OrderStatus } from './order-life.ts';

/** The two who made the contract. */
export type Side = 'buyer' | 'supplier';

/** Where the goods go and who takes them. */
export type Site = { readonly address: string; readonly contact: string; readonly phone: string };

/** A line as it stands. Quantities are decimals as text in the line's unit; always accepted ≤ delivered ≤ ordered. */
export type LineState = {
  readonly lineNo: number;
  readonly unit: string;
  /** Yuan per unit at the moment of the order. */
  readonly price: Money;
  readonly ordered: string;
  /** What lies with the buyer: all that came, without what went back. */
  readonly delivered: string;
  readonly accepted: string;
  /** What went back, over the whole life of the line. */
  readonly returned: string;
  /** Of the accepted quantity, what was taken at a lower price, and that price; null where none was agreed. */
  readonly reduced: string;
  readonly reducedPrice: Money | null;
  readonly status: LineStatus;
  /** True once the supplier said that no more of this line comes; false again when the buyer demands the rest. */
  readonly ended: boolean;
  /** What the acceptance must answer for: the items of the requirement the order was made under. */
  readonly items: readonly string[];
};

export type OrderState = {
  readonly id: string;
  readonly number: string;
  readonly buyerOrganisationId: string;
  readonly supplierOrganisationId: string;
  readonly status: OrderStatus;
  readonly total: Money;
  readonly placedOn: LegalDay;
  /** Grows with each act; the number of the moment on the timeline. */
  readonly version: number;
  readonly lines: readonly LineState[];
};

/** One item of the requirement, as the person at the site found it. */
export type Finding = { readonly item: string; readonly met: boolean; readonly note: string | null };

/** What may be ordered: the catalogue's answer, as far as an order needs it. Structurally the catalogue's `Offer`. */
export type OfferedListing = {
  readonly listingId: string;
  readonly productId: string;
  readonly supplierOrganisationId: string;
  readonly kindCode: string;
  readonly name: string;
  readonly brand: string | null;
  readonly model: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly price: string;
  readonly unit: string;
  readonly taxRate: string;
  readonly minimumOrder: string;
  readonly deliveryArea: readonly string[];
  readonly editionId: string | null;
  readonly star: number | null;
  readonly gate: { readonly open: boolean; readonly why: readonly string[]; readonly unproven: readonly string[] };
  readonly requirement: Json;
};
