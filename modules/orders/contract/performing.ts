import { z } from 'zod';
import { ASK_REFUSALS, AskedSignature, Signed, TAKE_REFUSALS, WithKey } from '#modules/signing/contract/asked.ts';
import { CheckCode, SignatureBundle } from '#modules/signing/contract/bundle.ts';
import { Line, Money, operation, Paragraph, refusals } from '#kernel/wire.ts';
import { QUANTITY_REFUSALS } from './placing.ts';
import { Finding, HANDLINGS, InOrder, LineNo, RealDay, REMEDIES, Typed } from './shapes.ts';
import { ORDER_STATUSES } from './words.ts';

const Status = z.enum(ORDER_STATUSES);

export const recordDelivery = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/deliveries', summary: '登记送货 · The supplier records a delivery', tags: ['orders'] })
  .input(z.strictObject({
    ...InOrder, lines: z.array(z.strictObject({ lineNo: LineNo, quantity: Typed, batch: Line(60).nullable() })).max(200), last: z.boolean(), carrier: Line(100).nullable(), note: Paragraph(500).nullable(),
  }))
  .output(z.object({ status: Status }))
  .errors(refusals({ ...QUANTITY_REFUSALS, 'act-not-possible': 409, 'line-twice': 422, 'line-not-awaiting-delivery': 409, 'more-than-ordered': 422, 'delivery-empty': 422 }));

export const acceptLine = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/lines/{line}/acceptance', summary: '逐行验收 · Accept, or refuse, one line', tags: ['orders'] })
  .input(z.strictObject({
    ...InOrder, line: LineNo, seenDelivered: Typed, handling: z.enum(HANDLINGS), quantity: Typed, remedy: z.enum(REMEDIES).nullable(), reducedPrice: Typed.nullable(), reason: Paragraph(500).nullable(), findings: z.array(Finding).max(100),
  }))
  .output(z.object({ status: Status, payable: Money }))
  .errors(refusals({
    'act-not-possible': 409, 'line-not-awaiting-acceptance': 409, 'changed-meanwhile': 409, 'quantity-not-a-number': 422, 'quantity-too-fine': 422, 'quantity-not-whole': 422, 'more-than-delivered': 422,
    'requirement-unanswered': 422, 'requirement-unknown': 422, 'requirement-not-met': 422, 'reason-missing': 422, 'more-to-come': 409, 'nothing-missing': 422, 'nothing-delivered': 409, 'remedy-missing': 422, 'reduction-not-lower': 422,
  }));

export const answerReduction = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/lines/{line}/reduction', summary: '答复减价 · The supplier answers a proposed lower price', tags: ['orders'] })
  .input(z.strictObject({ ...InOrder, line: LineNo, agrees: z.boolean(), answer: Paragraph(500).nullable() }))
  .output(z.object({ status: Status, payable: Money }))
  .errors(refusals({ 'act-not-possible': 409, 'line-awaits-no-answer': 409, 'reason-missing': 422 }));

/** The paper as it will be signed: its data, its PDF, and the statement for the key named. */
export const askAcceptance = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/acceptance/paper', summary: '打开待签的验收单 · Open the acceptance paper for signing', tags: ['orders'] })
  .input(z.strictObject({ ...InOrder, members: z.array(Line(60)).max(20), ...WithKey }))
  .output(AskedSignature)
  .errors(refusals({ ...ASK_REFUSALS, 'act-not-possible': 409, 'lines-unsettled': 409, 'members-missing': 422 }));

export const signAcceptance = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/acceptance', summary: '签署验收单 · Sign the acceptance paper', tags: ['orders'] })
  .input(z.strictObject({ ...InOrder, signed: Signed }))
  .output(z.object({ status: Status, payable: Money, code: CheckCode }))
  .errors(refusals({ ...TAKE_REFUSALS, 'act-not-possible': 409, 'lines-unsettled': 409 }));

/** The signature with all that is needed to check it offline, and the data that were signed, for the two parties. */
export const acceptanceBundle = operation
  .route({ method: 'GET', path: '/{city}/orders/{order}/acceptance', summary: '验收单的签名包 · The signature bundle of the acceptance paper', tags: ['orders'] })
  .input(z.strictObject(InOrder))
  .output(SignatureBundle);

export const recordPayment = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/payment', summary: '登记付款 · Record the payment and close the order', tags: ['orders'] })
  .input(z.strictObject({ ...InOrder, paidOn: RealDay, voucher: Line(80).nullable() }))
  .output(z.object({ status: Status }))
  .errors(refusals({ 'act-not-possible': 409, 'paid-day-not-possible': 422 }));
