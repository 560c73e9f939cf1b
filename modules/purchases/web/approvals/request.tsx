import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import type { RequestView } from '#modules/purchases/contract/approval.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { grouped, minute, money } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { basketKey, purchases } from '../client.ts';

type Line = RequestView['lines'][number];
const STATES: Readonly<Record<RequestView['status'], State>> = { 'awaiting-approval': 'lock', ordered: 'ok', returned: 'refused', withdrawn: 'draft' };

/** One purchase with what was seen when it was asked for, who decided, and what this reader may do. */
export function RequestCard({ request, city, first }: { request: RequestView; city: string; first: boolean }): JSX.Element {
  const { t } = useText();
  const given = request.decisions.filter((one) => one.decision === 'approved').length;
  const columns: readonly Column<Line>[] = [
    { id: 'product', head: t('purchases.approvals.product'), onPhone: 'head', cell: (line) => <Link to={`/${city}/museum/${line.listingId}`}>{line.name}</Link> },
    { id: 'quantity', head: t('purchases.approvals.quantity'), figures: true, cell: (line) => `${grouped(line.quantity)} ${line.unit}` },
    { id: 'price', head: t('purchases.approvals.price'), figures: true, cell: (line) => grouped(line.price) },
    { id: 'amount', head: t('purchases.approvals.amount'), figures: true, cell: (line) => grouped(line.amount) },
  ];
  const facts = [
    [t('purchases.approvals.site'), `${request.site.address}　${request.site.contact}　${request.site.phone}`], [t('purchases.approvals.required'), request.requiredOn], [t('purchases.approvals.note'), request.note], [t('purchases.approvals.internal'), request.internalNote],
  ] as const;
  return (
    <section className="work-section approval">
      <SectionHead title={money(request.total)} note={t('purchases.approvals.asked', { name: request.requestedBy, at: minute(request.requestedAt) })} right={<StateMark state={STATES[request.status]}>{t(`purchases.approvals.state.${request.status}`)}</StateMark>} />
      <DataTable caption={money(request.total)} columns={columns} rows={request.lines} rowKey={(line) => line.listingId} dense />
      <dl className="approval-facts">
        {facts.filter(([, value]) => value !== null).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <ul className="approval-said second">
        {request.status === 'awaiting-approval' && <li>{t('purchases.approvals.progress', { of: request.approvals, given })}</li>}
        {request.decisions.map((one) => <li key={`${one.name} ${one.at}`}>{t(`purchases.approvals.${one.decision}`, { name: one.name, at: minute(one.at), reason: one.reason ?? '' })}</li>)}
        {request.orders.map((order) => <li key={order.orderId}><Link to={`/${city}/work/orders/${order.orderId}`}>{order.number}</Link></li>)}
      </ul>
      <Decide request={request} city={city} first={first} />
    </section>
  );
}

function Decide({ request, city, first }: { request: RequestView; city: string; first: boolean }): JSX.Element | null {
  const { t } = useText();
  const refusal = useRefusal('purchases');
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const refreshed = [basketKey(city), ['orders', city]];
  const one = { city, request: request.requestId };
  const approve = useSubmit((_: null, key) => purchases.approveRequest({ ...one, seenTotal: request.total }, { context: { key } }), refreshed);
  const giveBack = useSubmit((why: string, key) => purchases.returnRequest({ ...one, reason: why }, { context: { key } }), refreshed);
  const withdraw = useSubmit((_: null, key) => purchases.withdrawRequest(one, { context: { key } }), refreshed);
  const done = ({ status }: { status: string }): void => say(t(`purchases.approvals.done.${status}`));
  const refused = refusal(approve.error) ?? refusal(withdraw.error) ?? refusal(giveBack.error);
  if (!request.may.approve && !request.may.withdraw && request.may.why === null) return null;
  return (
    <>
      {refused !== undefined && refused.field !== 'reason' && <Refusal title={refused.text} />}
      {returning ? (
        <form onSubmit={(event) => (event.preventDefault(), giveBack.mutate(reason.trim(), { onSuccess: done }))} noValidate>
          <FormField label={t('purchases.approvals.reason')} error={refused?.field === 'reason' ? refused.text : undefined}>
            <TextInput value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </FormField>
          <p className="approval-acts">
            <Button type="submit" tone="danger" busy={giveBack.isPending}>{t('purchases.approvals.return')}</Button>
            <Button tone="text" onClick={() => setReturning(false)}>{t('purchases.approvals.cancel')}</Button>
          </p>
        </form>
      ) : (
        <p className="approval-acts">
          {request.may.approve && <Button tone={first ? 'primary' : 'plain'} busy={approve.isPending} onClick={() => approve.mutate(null, { onSuccess: done })}>{t('purchases.approvals.approve')}</Button>}
          {request.may.return && <Button onClick={() => setReturning(true)}>{t('purchases.approvals.return')}</Button>}
          {request.may.withdraw && <Button tone="text" busy={withdraw.isPending} onClick={() => withdraw.mutate(null, { onSuccess: done })}>{t('purchases.approvals.withdraw')}</Button>}
          {request.may.why !== null && <span className="second note">{t(`purchases.refusal.${request.may.why}`)}</span>}
        </p>
      )}
    </>
  );
}
