import { useState, type FormEvent, type JSX } from 'react';
import type { BasketLine, BasketView } from '#modules/purchases/contract/index.ts';
import { sumMoney } from '#kernel/money.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Select, TextArea, TextInput } from '#web/kit/form.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { legalDay, money } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { serverNow } from '#web/session.ts';
import { useSubmit } from '#web/submit.ts';
import { approvalsFor } from '../../domain/approval.ts';
import { basketKey, purchases } from '../client.ts';

export type Ordered = Awaited<ReturnType<typeof purchases.checkOut>>;
type Props = { basket: BasketView; city: string; picked: readonly BasketLine[]; orders: number; onOrdered: (ordered: Ordered) => void };
type Draft = { address: string; contact: string; phone: string; requiredOn: string; note: string; internalNote: string };

const BLANK: Draft = { address: '', contact: '', phone: '', requiredOn: '', note: '', internalNote: '' };
/** The form's fields by the names the server gives them. */
const NAMED: Readonly<Record<string, keyof Draft>> = { site: 'address', 'site.address': 'address', 'site.contact': 'contact', 'site.phone': 'phone', requiredOn: 'requiredOn', note: 'note', internalNote: 'internalNote' };

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Where to, for when, in what words; then one order to each supplier. A refusal loses nothing. */
export function Checkout({ basket, city, picked, orders, onOrdered }: Props): JSX.Element {
  const { t } = useText();
  const [last] = basket.sites;
  const [draft, setDraft] = useState<Draft>(last === undefined ? BLANK : { ...BLANK, ...last });
  const total = sumMoney(picked.flatMap((line) => (line.amount === null ? [] : [line.amount])));
  const refused = useRefusal('purchases');
  const send = useSubmit(
    (one: Draft & { listings: string[]; total: string }, key: string) =>
      purchases.checkOut(
        { city, listings: one.listings, site: { address: one.address, contact: one.contact, phone: one.phone }, requiredOn: given(one.requiredOn), note: given(one.note), internalNote: given(one.internalNote), seenTotal: one.total },
        { context: { key } },
      ),
    [basketKey(city), ['orders', city]],
  );
  const approvals = approvalsFor(basket.approvals, total);
  const refusal = refused(send.error);
  const wrong: Partial<Record<keyof Draft, string>> = Object.fromEntries(
    // The sentence of one field outdoes the one that leads.
    [...(refusal?.field === undefined ? [] : [[refusal.field, refusal.text] as const]), ...Object.entries(refusal?.fields ?? {})].flatMap(([field, text]) => (NAMED[field] === undefined ? [] : [[NAMED[field], text]])),
  );
  const put = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({ ...draft, listings: picked.map((line) => line.listingId), total }, { onSuccess: onOrdered, onError: () => undefined });
  };
  const field = (name: 'address' | 'contact' | 'phone', limit: number, hint?: string): JSX.Element => (
    <FormField label={t(`purchases.checkout.${name}`)} error={wrong[name] !== undefined && draft[name].trim() === '' ? t('purchases.checkout.needed') : wrong[name]} hint={hint}>
      <TextInput value={draft[name]} maxLength={limit} autoComplete={name === 'phone' ? 'tel' : name === 'contact' ? 'name' : 'street-address'} inputMode={name === 'phone' ? 'tel' : 'text'} onChange={(event) => put({ [name]: event.target.value })} />
    </FormField>
  );
  const reason = !basket.may.change ? t('purchases.checkout.may-not') : picked.length === 0 ? t('purchases.checkout.none') : undefined;
  return (
    <form className="basket-checkout" onSubmit={submit} noValidate>
      <SectionHead title={t('purchases.checkout.title')} />
      {basket.sites.length > 0 && (
        <FormField label={t('purchases.checkout.site.before')}>
          <Select value={basket.sites.findIndex((site) => site.address === draft.address && site.contact === draft.contact && site.phone === draft.phone)} onChange={(event) => put(basket.sites[Number(event.target.value)] ?? { address: '', contact: '', phone: '' })}>
            {basket.sites.map((site, index) => (
              <option key={`${site.address} ${site.contact} ${site.phone}`} value={index}>
                {`${site.address}　${site.contact}`}
              </option>
            ))}
            <option value={-1}>{t('purchases.checkout.site.other')}</option>
          </Select>
        </FormField>
      )}
      {field('address', 200, t('purchases.checkout.address.hint'))}
      {field('contact', 60)}
      {field('phone', 40)}
      <FormField label={t('purchases.checkout.required')} optional error={wrong.requiredOn}>
        <TextInput type="date" min={legalDay(serverNow())} value={draft.requiredOn} onChange={(event) => put({ requiredOn: event.target.value })} />
      </FormField>
      <FormField label={t('purchases.checkout.note')} optional error={wrong.note}>
        <TextArea rows={2} value={draft.note} maxLength={500} onChange={(event) => put({ note: event.target.value })} />
      </FormField>
      <FormField label={t('purchases.checkout.internal')} optional error={wrong.internalNote} hint={t('purchases.checkout.internal.hint')}>
        <TextArea rows={2} value={draft.internalNote} maxLength={500} onChange={(event) => put({ internalNote: event.target.value })} />
      </FormField>
      <p className="basket-sum">
        <span>{t('purchases.checkout.sum')}</span>
        <span className="quiet">{t('purchases.checkout.orders', { count: orders })}</span>
        <b>{money(total)}</b>
      </p>
      {refusal !== undefined && Object.keys(wrong).length === 0 && <Refusal title={refusal.text} />}
      <Button type="submit" tone="primary" size="large" wide busy={send.isPending} {...(reason === undefined ? {} : { reason })}>
        {t(approvals > 0 ? 'purchases.checkout.ask' : 'purchases.checkout.send')}
      </Button>
      <p className="note quiet">{approvals > 0 ? t('purchases.checkout.ask.text', { approvals }) : t('purchases.checkout.text')}</p>
    </form>
  );
}
