import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Select, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { MOST_BANDS } from '../../domain/approval.ts';
import { basketKey, purchases } from '../client.ts';

type Band = { from: string; approvals: number };

/** An amount as money is written: 50000 becomes 50000.00, and what is no amount stays as it was typed. */
const written = (typed: string): string => {
  const plain = typed.replaceAll(',', '').trim();
  return /^\d{1,15}$/.test(plain) ? `${plain}.00` : plain;
};

/** A new rule from a day on; it begins with the one in force. */
export function RuleForm({ city, today, bands }: { city: string; today: string; bands: readonly Band[] }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('purchases');
  const [rows, setRows] = useState<readonly Band[]>(bands.length === 0 ? [{ from: '50000.00', approvals: 1 }] : bands);
  const [validFrom, setValidFrom] = useState(today);
  const send = useSubmit((input: { validFrom: string; bands: Band[] }, key) => purchases.setApprovalRule({ city, ...input }, { context: { key } }), [basketKey(city)]);
  const refused = refusal(send.error);
  const put = (at: number, change: Partial<Band>): void => (setRows(rows.map((row, place) => (place === at ? { ...row, ...change } : row))), send.reset());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({ validFrom, bands: rows.map((row) => ({ ...row, from: written(row.from) })) }, { onSuccess: () => say(t('purchases.rule.done')) });
  };
  const error = (field: string): string | undefined => (refused?.field === field ? refused.text : refused?.fields[field]);
  return (
    <section className="work-section rule-form">
      <SectionHead title={t('purchases.rule.new')} note={t('purchases.rule.new.note')} />
      <form onSubmit={submit} noValidate>
        <div className="rule-bands">
          {rows.map((row, at) => (
            <div key={at} className="rule-band">
              <FormField label={t('purchases.rule.from')} unit={t('purchases.rule.yuan')} error={error(`bands.${at}.from`)}>
                <TextInput figures value={row.from} maxLength={20} onChange={(event) => put(at, { from: event.target.value })} />
              </FormField>
              <FormField label={t('purchases.rule.approvals')}>
                <Select value={row.approvals} onChange={(event) => put(at, { approvals: Number(event.target.value) })}>
                  {[1, 2, 3].map((count) => <option key={count} value={count}>{t('purchases.rule.people', { count })}</option>)}
                </Select>
              </FormField>
              <Button tone="text" onClick={() => setRows(rows.filter((_, place) => place !== at))}>{t('purchases.rule.remove')}</Button>
            </div>
          ))}
          {rows.length === 0 && <p className="second">{t('purchases.rule.none')}</p>}
          {rows.length < MOST_BANDS && <p><Button size="small" onClick={() => setRows([...rows, { from: '', approvals: rows.at(-1)?.approvals ?? 1 }])}>{t('purchases.rule.add')}</Button></p>}
        </div>
        <FormField label={t('purchases.rule.valid-from')} error={error('validFrom')}>
          <TextInput type="date" min={today} value={validFrom} onChange={(event) => setValidFrom(event.target.value)} />
        </FormField>
        {refused !== undefined && error('validFrom') === undefined && <Refusal title={refused.text} />}
        <p className="approval-acts"><Button type="submit" tone="primary" busy={send.isPending}>{t('purchases.rule.send')}</Button></p>
      </form>
    </section>
  );
}
