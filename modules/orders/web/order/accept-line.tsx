import { useState, type FormEvent, type JSX } from 'react';
import type { LineView, OrderView } from '#modules/orders/contract/shapes.ts';
import { dec, decimalOf } from '#kernel/decimal.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Select, TextArea, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { orders, ordersKey } from '../client.ts';
import { Items } from './items.tsx';
import { Segments } from './segments.tsx';

type Handling = 'as-received' | 'replenish' | 'refuse';
type Remedy = 'replace' | 'return' | 'price-reduction';
const HANDLINGS: readonly Handling[] = ['as-received', 'replenish', 'refuse'];
const REMEDIES: readonly Remedy[] = ['replace', 'return', 'price-reduction'];
type Answers = Readonly<Record<string, { readonly met: boolean; readonly note: string }>>;

/** The person at the site answers every item, says how much came, and settles the line. What was typed stays until it is taken. */
export function AcceptLine({ line, order, city, onDone }: { line: LineView; order: OrderView; city: string; onDone: () => void }): JSX.Element {
  const { t } = useText();
  const [answers, setAnswers] = useState<Answers>({});
  const [quantity, setQuantity] = useState(line.pending);
  const [handling, setHandling] = useState<Handling>('as-received');
  const [remedy, setRemedy] = useState<Remedy>('replace');
  const [reducedPrice, setReducedPrice] = useState('');
  const [reason, setReason] = useState('');
  const refused = useRefusal('orders');
  const send = useSubmit((_: Draft, key: string) => orders.acceptLine(inputOf(_, line, order, city), { context: { key } }), [ordersKey(city), ['notifications']]);
  const refusal = refused(send.error);
  const draft: Draft = { answers, quantity, handling, remedy, reducedPrice, reason };
  const at = (field: string): string | undefined => (refusal?.field === field ? refusal.text : refusal?.fields[field]);
  const { short, back, percent } = countOf(line, quantity);
  const answer = (item: string, met: boolean, note = answers[item]?.note ?? ''): void => setAnswers((before) => ({ ...before, [item]: { met, note } }));
  const needsReason = handling === 'refuse' || back !== null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate(draft, { onSuccess: () => (say(t('orders.accept.done', { line: line.lineNo })), onDone()) });
  };
  return (
    <form className="order-accept" onSubmit={submit} noValidate>
      <fieldset>
        <legend className="order-accept-head">
          <b>{t('orders.accept.items')}</b> <span className="quiet">{t('orders.accept.items.note')}</span>
        </legend>
        <Button size="small" onClick={() => setAnswers(Object.fromEntries(line.items.map((item) => [item, { met: true, note: '' }])))}>
          {t('orders.accept.all-met')}
        </Button>
        <Items
          line={line} order={order} city={city} stateOf={(item) => (answers[item] === undefined ? 'todo' : answers[item].met ? 'ok' : 'refused')}
          aside={(item) => (
            <span className="order-answer">
              <Segments small name={`item-${line.lineNo}-${item}`} label={t('orders.accept.items')} value={answers[item] === undefined ? null : answers[item].met ? 'met' : 'unmet'} onChange={(value) => answer(item, value === 'met')} choices={[{ value: 'met', label: t('orders.accept.met') }, { value: 'unmet', label: t('orders.accept.unmet') }]} />
              {answers[item]?.met === false && <TextInput aria-label={t('orders.accept.unmet.note')} placeholder={t('orders.accept.unmet.note')} value={answers[item].note} maxLength={200} onChange={(event) => answer(item, false, event.target.value)} />}
            </span>
          )}
        />
        {at('findings') !== undefined && <p className="field-error">{at('findings')}</p>}
      </fieldset>
      <div>
        {handling !== 'refuse' && (
          <FormField label={t('orders.accept.quantity')} unit={line.unit} error={at('quantity')} hint={[t('orders.accept.pending', { pending: line.pending, unit: line.unit }), back !== null ? t('orders.accept.back', { back, unit: line.unit }) : null, short === null ? null : short === '0' ? t('orders.accept.exact') : t('orders.accept.short', { short, unit: line.unit, percent })].filter((part) => part !== null).join('，')}>
            <TextInput figures value={quantity} onChange={(event) => setQuantity(event.target.value)} />
          </FormField>
        )}
        <div className="field">
          <p className="field-label" id={`handling-${line.lineNo}`}>{t('orders.accept.handling')}</p>
          <Segments name={`handling-${line.lineNo}`} label={t('orders.accept.handling')} value={handling} onChange={(value) => setHandling(value as Handling)} choices={HANDLINGS.map((value) => ({ value, label: t(`orders.accept.handling.${value}`) }))} />
          <p className="field-hint">{t(hintOf(handling, line, short), { pending: line.pending, unit: line.unit })}</p>
          {at('handling') !== undefined && <p className="field-error">{at('handling')}</p>}
        </div>
        {handling === 'refuse' && (
          <FormField label={t('orders.accept.remedy')} error={at('remedy')}>
            <Select value={remedy} onChange={(event) => setRemedy(event.target.value as Remedy)}>
              {REMEDIES.map((one) => (
                <option key={one} value={one}>
                  {t(`orders.accept.remedy.${one}`)}
                </option>
              ))}
            </Select>
          </FormField>
        )}
        {handling === 'refuse' && remedy === 'price-reduction' && (
          <FormField label={t('orders.accept.reduced-price')} unit={`${t('orders.sums.unit')}/${line.unit}`} error={at('reducedPrice')}>
            <TextInput figures value={reducedPrice} onChange={(event) => setReducedPrice(event.target.value)} />
          </FormField>
        )}
        {needsReason && (
          <FormField label={t('orders.accept.reason')} error={at('reason')} hint={t('orders.accept.reason.hint')}>
            <TextArea rows={2} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </FormField>
        )}
        {refusal !== undefined && !FIELDS.includes(refusal.field ?? '') && <Refusal title={refusal.text} />}
        <div className="order-accept-acts">
          <Button type="submit" tone={handling === 'refuse' && remedy !== 'price-reduction' ? 'danger' : 'primary'} size="large" wide busy={send.isPending}>
            {t(handling !== 'refuse' ? 'orders.accept.confirm' : remedy === 'price-reduction' ? 'orders.accept.propose' : 'orders.accept.refuse')}
          </Button>
        </div>
      </div>
    </form>
  );
}

type Draft = { answers: Answers; quantity: string; handling: Handling; remedy: Remedy; reducedPrice: string; reason: string };
/** Refusals of these stand at their field; any other stands over the button. */
const FIELDS = ['findings', 'quantity', 'handling', 'remedy', 'reducedPrice', 'reason'];

const inputOf = (draft: Draft, line: LineView, order: OrderView, city: string) => ({
  city, order: order.orderId, line: line.lineNo, seenDelivered: line.delivered, handling: draft.handling, quantity: draft.handling === 'refuse' ? '0' : draft.quantity,
  remedy: draft.handling === 'refuse' ? draft.remedy : null, reducedPrice: draft.handling === 'refuse' && draft.remedy === 'price-reduction' ? draft.reducedPrice : null,
  reason: draft.reason.trim() === '' ? null : draft.reason,
  findings: Object.entries(draft.answers).map(([item, { met, note }]) => ({ item, met, note: note.trim() === '' ? null : note.trim() })),
});

/** How much less than ordered this line would hold, and how much of what came would go back; null where no number is typed yet. */
function countOf(line: LineView, text: string): { short: string | null; back: string | null; percent: string } {
  const typed = decimalOf(text);
  if (typed === undefined || typed.isNegative()) return { short: null, back: null, percent: '' };
  const short = dec(line.ordered).minus(dec(line.accepted)).minus(typed);
  const back = dec(line.pending).minus(typed);
  return { short: short.isNegative() ? null : short.toFixed(), back: back.gt(0) ? back.toFixed() : null, percent: short.times(100).div(dec(line.ordered)).toFixed(1) };
}

function hintOf(handling: Handling, line: LineView, short: string | null): string {
  if (handling !== 'as-received') return `orders.accept.handling.${handling}.hint`;
  if (line.missing === '0' && (short === null || short === '0')) return 'orders.accept.handling.as-received.whole';
  return line.missing !== '0' && !line.ended ? 'orders.accept.handling.as-received.wait' : 'orders.accept.handling.as-received.hint';
}
