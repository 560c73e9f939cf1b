import type { WriteCall } from '#platform/database/call.ts';
import { notify } from '#modules/notifications/index.ts';
import { payableOfAll } from './domain/amounts.ts';
import { orderNotices } from './domain/notices.ts';
import type { Acting, ActNeeds, NoticeWords } from './operations/needs.ts';
import { lockOrder, saveChange } from './store/acts.ts';

/** Who acts, of an organisation. */
export function actingFor(call: WriteCall): Acting {
  const { actor } = call;
  if (actor === null || actor.organisationId === null) throw new Error('an order is acted on by a person of an organisation');
  return { organisationId: actor.organisationId, organisationName: actor.organisationName ?? '', personId: actor.personId };
}

export const telling = (call: WriteCall) => (notice: NoticeWords): Promise<void> =>
  notify(call, { organisationId: notice.organisationId, cityId: call.cityId, code: notice.code, kind: orderNotices[notice.code], subjectKind: 'order', subjectId: notice.orderId, facts: notice.facts, path: `/work/orders/${notice.orderId}` });

/** An act's needs in one transaction; what it leaves stands and falls with it. */
export function actNeeds(call: WriteCall): ActNeeds {
  const cityId = call.cityId!;
  const acting = actingFor(call);
  return {
    acting,
    lock: (id) => lockOrder(call.tx, cityId, id),
    async leave(change, told) {
      const { order } = change;
      const payable = payableOfAll(order.lines.map((line) => change.lines.find((one) => one.lineNo === line.lineNo) ?? line));
      await saveChange(call.tx, cityId, { ...change, payable }, acting, call.now);
      const body = { order: order.id, number: order.number, ...told.body };
      call.record({ kind: told.kind, subject: `order:${order.id}`, body });
      call.emit({ name: told.event, subject: order.id, cityId, body });
      await telling(call)({
        organisationId: told.to === 'buyer' ? order.buyerOrganisationId : order.supplierOrganisationId, code: told.notice,
        facts: { number: order.number, from: acting.organisationName, ...told.facts }, orderId: order.id,
      });
      return { payable };
    },
  };
}
