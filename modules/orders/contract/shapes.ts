import { z } from 'zod';
import { CitySlug, Day, Instant, Line, Money, Paragraph, Uuid } from '#kernel/wire.ts';
import { MadeSignature } from '#modules/signing/contract/asked.ts';
import { legalDayOf } from '#kernel/date.ts';
import { ORDER_STATUSES, ORDER_ACTS, LINE_STATUSES, ORDER_VIEWS, LINE_VIEWS, STEPS } from './words.ts';

/** What a person typed as a quantity or an amount; the operation says what is wrong with it. */
export const Typed = z.string().trim().max(40);
/** A day that exists. */
export const RealDay = Day.refine((text) => legalDayOf(text) !== undefined);
export const InOrder = { city: CitySlug, order: Uuid };
export const LineNo = z.coerce.number().int().min(1).max(1_000);

export const Site = z.strictObject({ address: Line(200), contact: Line(60), phone: Line(40) });
export const Wish = z.strictObject({ listingId: Uuid, quantity: Typed });
export const Wishes = z.array(Wish).max(200);
/** What goes with an order besides its lines. */
export const Terms = { site: Site, requiredOn: RealDay.nullable(), note: Paragraph(500).nullable(), internalNote: Paragraph(500).nullable() };

const Mark = z.enum(['ok', 'run', 'todo', 'attention', 'refused', 'lock']);
/** The state as the reader's side reads it; the page has the words. */
export const OrderStateView = z.object({ code: z.enum(ORDER_VIEWS), mark: Mark });
export const LineStateView = z.object({ code: z.enum(LINE_VIEWS), mark: Mark });
export const Side = z.enum(['buyer', 'supplier']);
export const Party = z.object({ organisationId: Uuid, name: z.string(), demo: z.boolean() });
export const Quantity = z.string();

export const OrderRow = z.object({
  orderId: Uuid, number: z.string(), counterparty: Party,
  /** The first line's product, and how many lines there are. */
  product: z.string(), lineCount: z.number().int(),
  total: Money, payable: Money, status: z.enum(ORDER_STATUSES), state: OrderStateView,
  /** How many of the four steps are behind. */
  step: z.number().int(), toSettle: z.number().int(),
  placedAt: Instant, requiredOn: Day.nullable(),
});
export type OrderRow = z.infer<typeof OrderRow>;

/** One indicator of the requirement the line was ordered under, with what was proved then. */
export const RequirementRow = z.object({
  code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), limit: z.string().nullable(), method: z.string().nullable(),
  value: z.string().nullable(), printed: z.string().nullable(), outcome: z.string(), gates: z.boolean(), star: z.number().nullable(),
  evidenceId: Uuid.nullable(), reportId: Uuid.nullable(), page: z.number().int().nullable(),
});
export type RequirementRow = z.infer<typeof RequirementRow>;

export const Finding = z.strictObject({ item: z.string().min(1).max(60), met: z.boolean(), note: Line(200).nullable() });
export const HANDLINGS = ['as-received', 'replenish', 'refuse'] as const;
export const REMEDIES = ['replace', 'return', 'price-reduction'] as const;

export const SettlementView = z.object({
  handling: z.enum(HANDLINGS), remedy: z.enum(REMEDIES).nullable(), accepted: Quantity, sentBack: Quantity, reducedPrice: Money.nullable(), reason: z.string().nullable(),
  findings: z.array(z.object({ item: z.string(), met: z.boolean(), note: z.string().nullable() })), agreed: z.boolean().nullable(), answer: z.string().nullable(), by: z.string().nullable(), at: Instant,
});

export const LineView = z.object({
  lineNo: z.number().int(), listingId: Uuid, productId: Uuid, kindCode: z.string(), name: z.string(), brand: z.string().nullable(), model: z.string(), parameters: z.record(z.string(), z.string()),
  unit: z.string(), price: Money, taxRate: z.string(), ordered: Quantity, delivered: Quantity, accepted: Quantity, returned: Quantity,
  /** Delivered and not yet settled; ordered and not yet delivered. */
  pending: Quantity, missing: Quantity,
  amount: Money, payable: Money, reducedPrice: Money.nullable(), editionId: z.string().nullable(), star: z.number().nullable(),
  status: z.enum(LINE_STATUSES), ended: z.boolean(), state: LineStateView, items: z.array(z.string()), requirement: z.array(RequirementRow), batches: z.array(z.string()), settlements: z.array(SettlementView),
  may: z.object({ settle: z.boolean(), answerReduction: z.boolean(), deliver: z.boolean() }),
});
export type LineView = z.infer<typeof LineView>;

export const MomentView = z.object({
  act: z.enum(['place', ...ORDER_ACTS]), lineNo: z.number().int().nullable(), facts: z.record(z.string(), z.string().nullable()), at: Instant, side: Side,
  /** The person, for the own side; the organisation, for the other. */
  who: z.string(),
});
export type MomentView = z.infer<typeof MomentView>;

export const DeliveryView = z.object({
  deliveryNo: z.number().int(), at: Instant, carrier: z.string().nullable(), note: z.string().nullable(), last: z.boolean(),
  lines: z.array(z.object({ lineNo: z.number().int(), quantity: Quantity, batch: z.string().nullable() })),
});

export const OrderView = z.object({
  orderId: Uuid, number: z.string(), side: Side, buyer: Party, supplier: Party, /** Contact and telephone are null where `restricted`: somebody named had their data erased, and the law has the order kept. */
  site: z.object({ address: z.string(), contact: z.string().nullable(), phone: z.string().nullable() }), restricted: z.boolean(),
  requiredOn: Day.nullable(), note: z.string().nullable(),
  /** The buying unit's own words; null for the supplier. */
  internalNote: z.string().nullable(),
  status: z.enum(ORDER_STATUSES), state: OrderStateView, version: z.number().int(), demo: z.boolean(),
  steps: z.array(z.object({ code: z.enum(STEPS), state: z.enum(['done', 'now', 'act', 'later']), at: Instant.nullable() })),
  /** `reduced`: by how much settled lines came to less than ordered; `accepted`: owed for what is accepted; `expected`: the total less `reduced`. */
  sums: z.object({ total: Money, reduced: Money, accepted: Money, expected: Money }),
  placedAt: Instant, members: z.array(z.string()).nullable(),
  /** The signature on the acceptance paper; null where none was asked for yet, or was when the order was accepted. */
  acceptance: MadeSignature.nullable(), paidOn: Day.nullable(), voucher: z.string().nullable(),
  editions: z.array(z.string()), lines: z.array(LineView), deliveries: z.array(DeliveryView), moments: z.array(MomentView),
  may: z.object({ confirm: z.boolean(), decline: z.boolean(), cancel: z.boolean(), deliver: z.boolean(), settle: z.boolean(), answerReduction: z.boolean(), sign: z.boolean(), recordPayment: z.boolean() }),
});
export type OrderView = z.infer<typeof OrderView>;
