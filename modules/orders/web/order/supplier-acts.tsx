import { useState, type JSX } from 'react';
import type { LineView } from '#modules/orders/contract/shapes.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Checkbox, FormField, TextArea, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { grouped, money } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { orders, ordersKey } from '../client.ts';
import { ActPanel, type ActProps } from './act-panel.tsx';

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The supplier takes the order on, or says why not. */
export function Confirm({ order, city }: ActProps): JSX.Element {
  const { t } = useText();
  const [declining, setDeclining] = useState(false);
  const [words, setWords] = useState('');
  const refused = useRefusal('orders');
  const send = useSubmit(
    (_: { declining: boolean; words: string }, key) =>
      _.declining ? orders.declineOrder({ city, order: order.orderId, reason: given(_.words) }, { context: { key } }) : orders.confirmOrder({ city, order: order.orderId, note: given(_.words) }, { context: { key } }),
    [ordersKey(city)],
  );
  const refusal = refused(send.error);
  const wrong = refusal?.field === 'reason' ? refusal.text : undefined;
  return (
    <ActPanel
      title={t('orders.act.confirm.title')} text={t('orders.act.confirm.text')} refusal={wrong === undefined ? refusal : undefined}
      onSubmit={() => send.mutate({ declining, words }, { onSuccess: () => say(t('orders.act.done')) })}
      acts={
        declining ? (
          <>
            <Button type="submit" tone="danger" busy={send.isPending}>{t('orders.act.decline.send')}</Button>
            <Button tone="text" onClick={() => setDeclining(false)}>{t('kit.cancel')}</Button>
          </>
        ) : (
          <>
            <Button type="submit" tone="primary" size="large" busy={send.isPending}>{t('orders.act.confirm')}</Button>
            <Button tone="danger" size="large" onClick={() => setDeclining(true)}>{t('orders.act.decline')}</Button>
          </>
        )
      }
    >
      <FormField label={t(declining ? 'orders.act.decline.reason' : 'orders.act.confirm.note')} optional={!declining} error={wrong} hint={declining ? t('orders.act.decline.hint') : undefined}>
        <TextArea rows={2} value={words} maxLength={500} onChange={(event) => setWords(event.target.value)} />
      </FormField>
    </ActPanel>
  );
}

type Brought = Readonly<Record<number, { readonly quantity: string; readonly batch: string }>>;
type Delivery = { readonly brought: Brought; readonly last: boolean; readonly carrier: string; readonly note: string };

/** What one lorry brought. The quantities still owed stand there already; a line left empty came with another lorry. */
export function Deliver({ order, city }: ActProps): JSX.Element {
  const { t } = useText();
  const owed = order.lines.filter((line) => line.may.deliver);
  const [draft, setDraft] = useState<Delivery>({ brought: Object.fromEntries(owed.map((line) => [line.lineNo, { quantity: line.missing, batch: '' }])), last: false, carrier: '', note: '' });
  const refused = useRefusal('orders');
  const send = useSubmit((one: Delivery, key: string) => orders.recordDelivery({ city, order: order.orderId, lines: broughtLines(one.brought), last: one.last, carrier: given(one.carrier), note: given(one.note) }, { context: { key } }), [ordersKey(city)]);
  const refusal = refused(send.error);
  // The server names a line by its place among those sent.
  const [, place, name] = /^lines\.(\d+)\.(\w+)$/.exec(refusal?.field ?? '') ?? [];
  const wrongLine = place === undefined ? undefined : broughtLines(draft.brought)[Number(place)]?.lineNo;
  const put = (line: LineView, change: Partial<Brought[number]>): void => setDraft((before) => ({ ...before, brought: { ...before.brought, [line.lineNo]: { ...before.brought[line.lineNo]!, ...change } } }));
  return (
    <ActPanel
      title={t('orders.act.deliver.title')} text={t('orders.act.deliver.text')} refusal={wrongLine === undefined ? refusal : undefined}
      onSubmit={() => send.mutate(draft, { onSuccess: () => say(t('orders.act.done')) })}
      acts={<Button type="submit" tone="primary" size="large" busy={send.isPending}>{t('orders.act.deliver')}</Button>}
    >
      <ol className="order-delivery">
        {owed.map((line) => (
          <li key={line.lineNo}>
            <p>
              <b>{line.lineNo}</b> {line.name} <span className="quiet">{line.model}</span>
              <small>
                {t('orders.act.deliver.missing', { unit: line.unit })} {grouped(line.missing)}
              </small>
            </p>
            <FormField label={t('orders.act.deliver.quantity', { unit: line.unit })} error={wrongLine === line.lineNo && name !== 'batch' ? refusal?.text : undefined}>
              <TextInput figures value={draft.brought[line.lineNo]?.quantity ?? ''} onChange={(event) => put(line, { quantity: event.target.value })} />
            </FormField>
            <FormField label={t('orders.act.deliver.batch')} optional error={wrongLine === line.lineNo && name === 'batch' ? refusal?.text : undefined}>
              <TextInput value={draft.brought[line.lineNo]?.batch ?? ''} maxLength={60} onChange={(event) => put(line, { batch: event.target.value })} />
            </FormField>
          </li>
        ))}
      </ol>
      <div className="form-row">
        <FormField label={t('orders.act.deliver.carrier')} optional>
          <TextInput value={draft.carrier} maxLength={100} onChange={(event) => setDraft({ ...draft, carrier: event.target.value })} />
        </FormField>
        <FormField label={t('orders.act.deliver.note')} optional>
          <TextInput value={draft.note} maxLength={500} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />
        </FormField>
      </div>
      <Checkbox checked={draft.last} onChange={(event) => setDraft({ ...draft, last: event.target.checked })}>
        {t('orders.act.deliver.last')}
        <small className="order-hint">{t('orders.act.deliver.last.hint')}</small>
      </Checkbox>
    </ActPanel>
  );
}

const broughtLines = (brought: Brought): { lineNo: number; quantity: string; batch: string | null }[] =>
  Object.entries(brought).filter(([, one]) => one.quantity.trim() !== '' && one.quantity.trim() !== '0').map(([lineNo, one]) => ({ lineNo: Number(lineNo), quantity: one.quantity.trim(), batch: given(one.batch) }));

/** The buyer proposes a lower price for goods on the site. */
export function Answer({ line, order, city }: ActProps & { line: LineView }): JSX.Element {
  const { t } = useText();
  const [words, setWords] = useState('');
  const [agrees, setAgrees] = useState(true);
  const refused = useRefusal('orders');
  const send = useSubmit((_: { agrees: boolean; words: string }, key) => orders.answerReduction({ city, order: order.orderId, line: line.lineNo, agrees: _.agrees, answer: given(_.words) }, { context: { key } }), [ordersKey(city)]);
  const refusal = refused(send.error);
  const proposal = line.settlements.findLast((one) => one.reducedPrice !== null && one.agreed === null);
  const wrong = refusal?.field === 'answer' ? refusal.text : undefined;
  return (
    <ActPanel
      title={t('orders.act.answer.title', { line: line.lineNo })} refusal={wrong === undefined ? refusal : undefined}
      text={<>{t('orders.act.answer.text', { price: money(line.price, ''), reduced: money(proposal?.reducedPrice ?? line.price, ''), pending: grouped(line.pending), unit: line.unit, reason: proposal?.reason ?? '' })}<br />{t('orders.act.answer.basis')}</>}
      onSubmit={() => send.mutate({ agrees, words }, { onSuccess: () => say(t('orders.act.done')) })}
      acts={
        agrees ? (
          <>
            <Button type="submit" tone="primary" busy={send.isPending}>{t('orders.act.answer.agree')}</Button>
            <Button onClick={() => setAgrees(false)}>{t('orders.act.answer.disagree')}</Button>
          </>
        ) : (
          <>
            <Button type="submit" tone="danger" busy={send.isPending}>{t('orders.act.answer.disagree')}</Button>
            <Button tone="text" onClick={() => setAgrees(true)}>{t('kit.cancel')}</Button>
          </>
        )
      }
    >
      {!agrees && (
        <FormField label={t('orders.act.answer.reason')} error={wrong}>
          <TextArea rows={2} value={words} maxLength={500} onChange={(event) => setWords(event.target.value)} />
        </FormField>
      )}
    </ActPanel>
  );
}
