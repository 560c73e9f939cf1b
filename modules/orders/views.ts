import { dec } from '#kernel/decimal.ts';
import { legalDayAt } from '#kernel/date.ts';
import { sumMoney, type Money } from '#kernel/money.ts';
import type { Role } from '#kernel/policy.ts';
import type { LineView, MomentView, OrderRow, OrderView, RequirementRow } from './contract/shapes.ts';
import { abilitiesOf, lineAbilities, sideOf } from './domain/abilities.ts';
import { settled } from './domain/line-life.ts';
import type { LineState, OrderState, Side } from './domain/model.ts';
import { lineView, orderView, stepOf, STEPS } from './domain/order-view.ts';
import { minus } from './domain/quantity.ts';
import { indicatorsOf } from './domain/requirement.ts';
import { lineState } from './store/acts.ts';
import type { OrderListRow } from './store/list.ts';
import { requirementOf, type LineRow, type MomentRow, type StoredOrder } from './store/read.ts';

export function orderRow(row: OrderListRow, side: Side): OrderRow {
  const lines = row.statuses.map((status) => ({ status }));
  return {
    orderId: row.id, number: row.number, counterparty: { organisationId: row.other_id, name: row.other_name, demo: row.other_demo }, product: row.product, lineCount: lines.length,
    total: row.total, payable: row.payable, status: row.status, state: orderView({ status: row.status, lines }, side), step: stepOf(row.status), toSettle: lines.filter((line) => line.status === 'delivered').length,
    placedAt: row.placed_at.toISOString(), requiredOn: row.required_on,
  };
}

/** Who reads: the side is that of the organisation, the abilities those of the person. */
export type Reader = { readonly organisationId: string; readonly roles: readonly Role[] };

export function orderPage(stored: StoredOrder, reader: Reader, demo: boolean, acceptance: OrderView['acceptance']): OrderView {
  const { head } = stored;
  const state = stateOf(stored);
  const side = sideOf(state, reader.organisationId)!;
  const may = abilitiesOf(state, side, reader.roles);
  const view = orderView(state, side);
  return {
    orderId: head.id, number: head.number, side, demo,
    buyer: { organisationId: head.buyer_organisation_id, name: head.buyer_name, demo: head.buyer_demo },
    supplier: { organisationId: head.supplier_organisation_id, name: head.supplier_name, demo: head.supplier_demo },
    site: { address: head.address, contact: head.contact, phone: head.phone }, restricted: head.restricted, requiredOn: head.required_on, note: head.note, internalNote: side === 'buyer' ? head.internal_note : null,
    status: head.status, state: view, version: head.version, steps: stepsOf(stored, view.mark === 'attention'), sums: sumsOf(stored.lines, head.total),
    placedAt: head.placed_at.toISOString(), members: head.members, acceptance, paidOn: head.paid_on, voucher: head.voucher,
    editions: [...new Set(stored.lines.flatMap((line) => (line.edition_id === null ? [] : [line.edition_id])))],
    lines: stored.lines.map((row, at) => lineOf(stored, row, state.lines[at]!, state, side, may)),
    deliveries: stored.deliveries.map((d) => ({ deliveryNo: d.delivery_no, at: d.delivered_at.toISOString(), carrier: d.carrier, note: d.note, last: d.last, lines: d.lines })),
    moments: stored.moments.map((row) => momentOf(row, state, side)),
    may,
  };
}

const stateOf = ({ head, lines }: StoredOrder): OrderState => ({
  id: head.id, number: head.number, buyerOrganisationId: head.buyer_organisation_id, supplierOrganisationId: head.supplier_organisation_id, status: head.status, total: head.total,
  placedOn: legalDayAt(head.placed_at), version: head.version, lines: lines.map(lineState),
});

function lineOf(stored: StoredOrder, row: LineRow, line: LineState, order: OrderState, side: Side, may: OrderView['may']): LineView {
  return {
    lineNo: row.line_no, listingId: row.listing_id, productId: row.product_id, kindCode: row.kind_code, name: row.name, brand: row.brand, model: row.model, parameters: row.parameters,
    unit: row.unit, price: row.price, taxRate: row.tax_rate, ordered: line.ordered, delivered: line.delivered, accepted: line.accepted, returned: line.returned,
    pending: settled(line.status) ? '0' : minus(line.delivered, line.accepted), missing: settled(line.status) ? '0' : minus(line.ordered, line.delivered),
    amount: row.amount, payable: row.payable, reducedPrice: line.reducedPrice, editionId: row.edition_id, star: row.star, status: line.status, ended: line.ended,
    state: lineView(line, order, side), items: [...line.items], requirement: requirementRows(row),
    batches: [...new Set(stored.deliveries.flatMap((d) => d.lines.filter((one) => one.lineNo === row.line_no && one.batch !== null).map((one) => one.batch!)))],
    settlements: stored.settlements.filter((s) => s.line_no === row.line_no).map((s) => ({
      handling: s.handling, remedy: s.remedy, accepted: s.accepted, sentBack: s.sent_back, reducedPrice: s.reduced_price, reason: s.reason, findings: s.findings.map((f) => ({ ...f })), agreed: s.agreed, answer: s.answer,
      by: side === 'buyer' ? s.person_name : null, at: s.settled_at.toISOString(),
    })),
    may: lineAbilities(line, may),
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The indicators of the snapshot as rows; what it does not say stays unknown. */
function requirementRows(row: LineRow): RequirementRow[] {
  return indicatorsOf(requirementOf(row)).map((one) => ({
    code: text(one['code']) ?? '', nameZh: text(one['nameZh']) ?? '', nameEn: text(one['nameEn']) ?? '', unit: text(one['unit']) ?? '', limit: text(one['limit']), method: text(one['method']),
    value: text(one['value']), printed: text(one['printed']), outcome: text(one['outcome']) ?? 'NOT_TESTED', gates: one['gates'] === true, star: typeof one['star'] === 'number' ? one['star'] : null,
    evidenceId: text(one['evidence']), reportId: text(one['report']), page: typeof one['page'] === 'number' ? one['page'] : null,
  }));
}

/** A settled line came to less than ordered by this; what is open is expected whole. */
function sumsOf(lines: readonly LineRow[], total: Money): OrderView['sums'] {
  const reduced = sumMoney(lines.filter((line) => settled(line.status)).map((line) => dec(line.amount).minus(dec(line.payable)).toFixed(2)));
  return { total, reduced, accepted: sumMoney(lines.map((line) => line.payable)), expected: dec(total).minus(dec(reduced)).toFixed(2) };
}

const STEP_ENDS: Readonly<Record<(typeof STEPS)[number], readonly string[]>> = { contract: ['confirm'], delivery: ['deliver-rest', 'deliver-part'], acceptance: ['sign-acceptance'], payment: ['record-payment'] };

function stepsOf({ head, moments }: StoredOrder, mustAct: boolean): OrderView['steps'] {
  const reached = stepOf(head.status);
  return STEPS.map((code, at) => {
    const ends = moments.filter((moment) => STEP_ENDS[code].includes(moment.act));
    return { code, state: at < reached ? 'done' : at > reached ? 'later' : mustAct ? 'act' : 'now', at: (code === 'contract' ? (ends[0]?.at ?? head.placed_at) : ends.at(-1)?.at)?.toISOString() ?? null };
  });
}

/** The other side's people stay behind their organisation. */
function momentOf(row: MomentRow, order: OrderState, side: Side): MomentView {
  const by: Side = row.organisation_id === order.supplierOrganisationId ? 'supplier' : 'buyer';
  return { act: row.act, lineNo: row.line_no, facts: row.facts, at: row.at.toISOString(), side: by, who: (by === side ? row.person_name : row.organisation_name) ?? row.organisation_name ?? '' };
}
