import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { SignPanel } from '#modules/signing/web/parts.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextArea, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { legalDay, money } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { serverNow, useSession } from '#web/session.ts';
import { useSubmit } from '#web/submit.ts';
import { orders, ordersKey } from '../client.ts';
import { ACCEPTANCE, acceptanceSubject, type AcceptancePaper as Paper } from '../../domain/acceptance-paper.ts';
import { AcceptancePaper } from './acceptance-paper.tsx';
import { ActPanel, type ActProps } from './act-panel.tsx';

/** Takes an order back that nobody has confirmed; asks once more, since nothing brings it back. */
export function Cancel({ order, city }: ActProps): JSX.Element {
  const { t } = useText();
  const [sure, setSure] = useState(false);
  const refused = useRefusal('orders');
  const send = useSubmit((_: null, key) => orders.cancelOrder({ city, order: order.orderId, reason: null }, { context: { key } }), [ordersKey(city)]);
  return (
    <ActPanel
      quiet title={t('orders.act.cancel.title')} text={t('orders.act.cancel.text')} refusal={refused(send.error)}
      onSubmit={() => (sure ? send.mutate(null, { onSuccess: () => say(t('orders.act.done')) }) : setSure(true))}
      acts={<Button type="submit" tone="danger" busy={send.isPending}>{t(sure ? 'orders.act.cancel.sure' : 'orders.act.cancel')}</Button>}
    />
  );
}

/** The acceptance paper, once every line is settled: opened, shown whole, and signed with the reader's key. */
export function Sign({ order, city }: ActProps): JSX.Element {
  const { t } = useText();
  const [members, setMembers] = useState(useSession()?.person?.name ?? '');
  const names = members.split(/[\n、,，;；]/).map((name) => name.trim()).filter((name) => name !== '');
  return (
    <section className="order-act no-print">
      <h2>{t('orders.act.sign.title')}</h2>
      <p className="second">{t('orders.act.sign.text', { payable: money(order.sums.accepted) })}</p>
      <FormField label={t('orders.act.sign.members')} hint={t('orders.act.sign.members.hint')}>
        <TextArea rows={2} value={members} onChange={(event) => setMembers(event.target.value)} />
      </FormField>
      <SignPanel
        key={members} city={city} module="orders" matter={{ purpose: ACCEPTANCE, subject: acceptanceSubject(order.orderId) }}
        ask={(key) => orders.askAcceptance({ city, order: order.orderId, members: names, key })}
        shown={(data) => <AcceptancePaper paper={data as unknown as Paper} />}
        send={(signed, key) => orders.signAcceptance({ city, order: order.orderId, signed }, { context: { key } })}
        refreshes={[ordersKey(city)]} onSigned={() => say(t('orders.act.signed'))}
      />
    </section>
  );
}

/** The payment, which closes the order. */
export function Pay({ order, city }: ActProps): JSX.Element {
  const { t } = useText();
  const [paidOn, setPaidOn] = useState(legalDay(serverNow()));
  const [voucher, setVoucher] = useState('');
  const refused = useRefusal('orders');
  const send = useSubmit((_: { paidOn: string; voucher: string }, key) => orders.recordPayment({ city, order: order.orderId, paidOn: _.paidOn, voucher: _.voucher.trim() === '' ? null : _.voucher.trim() }, { context: { key } }), [ordersKey(city)]);
  const refusal = refused(send.error);
  const at = (field: string): string | undefined => (refusal?.field === field ? refusal.text : undefined);
  return (
    <ActPanel
      title={t('orders.act.pay.title')} text={t('orders.act.pay.text', { payable: money(order.sums.accepted) })} refusal={at('paidOn') === undefined && at('voucher') === undefined ? refusal : undefined}
      onSubmit={() => send.mutate({ paidOn, voucher }, { onSuccess: () => say(t('orders.act.done')) })}
      acts={<Button type="submit" tone="primary" busy={send.isPending}>{t('orders.act.pay')}</Button>}
    >
      <div className="form-row">
        <FormField label={t('orders.act.pay.on')} error={at('paidOn')}>
          <TextInput type="date" value={paidOn} onChange={(event) => setPaidOn(event.target.value)} />
        </FormField>
        <FormField label={t('orders.act.pay.voucher')} optional error={at('voucher')}>
          <TextInput value={voucher} maxLength={80} onChange={(event) => setVoucher(event.target.value)} />
        </FormField>
      </div>
    </ActPanel>
  );
}
