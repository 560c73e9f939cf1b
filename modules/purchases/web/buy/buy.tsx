import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { grouped } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { servesCity, useSession } from '#web/session.ts';
import type { Slots } from '#web/slots.tsx';
import { useSubmit } from '#web/submit.ts';
import { basketKey, purchases } from '../client.ts';
import { buyWording } from './wording.ts';
import './buy.css';

loadWording(buyWording);

type Props = Slots['product.actions'];
/** Reasons of a closed gate that have a sentence of their own. */
const SAID = ['indicator-failed', 'needs-review', 'evidence-lapsed', 'supplier-not-admitted', 'not-listed'];

/** Puts a product into the basket of the reader's unit; where that cannot be, it says why. */
export function BuyAction(props: Props): JSX.Element | null {
  const { t } = useText();
  const acting = useSession()?.active ?? null;
  if (acting === null) return null;
  const note = (id: string, facts: Record<string, string | number> = {}): JSX.Element => <p className="note quiet">{t(id, facts)}</p>;
  if (acting.kind !== 'buyer') return note('purchases.buy.not-buyer', { kind: t(`shell.kind.${acting.kind}`) });
  if (!servesCity(acting, props.city)) return note('purchases.buy.other-city');
  return acting.roles.includes('buyer.purchaser') ? <Put {...props} /> : note('purchases.buy.approver');
}

function Put({ city, listingId, gate, minimumOrder, priceUnit }: Props): JSX.Element {
  const { t } = useText();
  const [quantity, setQuantity] = useState(minimumOrder);
  const refused = useRefusal('purchases');
  const send = useSubmit((typed: string, key) => purchases.putLine({ city, listing: listingId, quantity: typed }, { context: { key } }), [basketKey(city)]);
  const refusal = refused(send.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate(quantity.trim());
  };
  const why = gate.open ? undefined : closedBecause(gate, t);
  return (
    <form className="buy-put" onSubmit={submit} noValidate>
      <FormField label={t('purchases.buy.quantity')} unit={priceUnit} hint={t('purchases.buy.minimum', { minimum: grouped(minimumOrder), unit: priceUnit })} error={refusal?.text}>
        <TextInput figures value={quantity} disabled={!gate.open} onChange={(event) => (setQuantity(event.target.value), send.reset())} />
      </FormField>
      <Button type="submit" tone="primary" size="large" wide busy={send.isPending} {...(why === undefined ? {} : { reason: why })}>
        {t('purchases.buy.put')}
      </Button>
      {send.isSuccess && (
        <p className="buy-done" role="status">
          <StateMark state="ok">{t('purchases.buy.done')}</StateMark> <Link to={`/${city}/work/basket`}>{t('purchases.buy.basket')}</Link>
        </p>
      )}
    </form>
  );
}

function closedBecause(gate: Props['gate'], t: (id: string, facts?: Record<string, string | number>) => string): string {
  const [first] = gate.why;
  if (first !== undefined && SAID.includes(first)) return t(`purchases.buy.closed.${first.replaceAll('-', '_')}`);
  return gate.unproven.length > 0 ? t('purchases.buy.closed.unproven', { count: gate.unproven.length }) : t('purchases.buy.closed.other');
}
