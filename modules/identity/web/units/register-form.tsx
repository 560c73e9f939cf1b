import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Select, TextInput } from '#web/kit/form.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { identity, PEOPLE } from '../client.ts';

const KINDS = ['buyer', 'centre', 'finance'] as const;
type Typed = { kind: (typeof KINDS)[number]; name: string; creditCode: string };

/** A unit of the city with its code; its first administrator is invited on its own page. */
export function RegisterForm({ city }: { city: string }): JSX.Element {
  const { t } = useText();
  const navigate = useNavigate();
  const refusal = useRefusal('identity');
  const [typed, setTyped] = useState<Typed>({ kind: 'buyer', name: '', creditCode: '' });
  const send = useSubmit((input: Typed, key) => identity.registerUnit({ city, ...input }, { context: { key } }), [PEOPLE]);
  const refused = refusal(send.error);
  const error = (field: keyof Typed): string | undefined => (refused?.field === field ? refused.text : refused?.fields[field]);
  const put = (change: Partial<Typed>): void => setTyped({ ...typed, ...change });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate(typed, { onSuccess: ({ organisationId }) => void navigate({ to: `/${city}/work/units/${organisationId}` }) });
  };
  return (
    <>
      <SectionHead title={t('identity.units.register')} />
      <form onSubmit={submit} noValidate>
        <FormField label={t('identity.units.kind')}>
          <Select value={typed.kind} onChange={(event) => put({ kind: event.target.value as Typed['kind'] })}>
            {KINDS.map((kind) => <option key={kind} value={kind}>{t(`identity.kind.${kind}`)}</option>)}
          </Select>
        </FormField>
        <FormField label={t('identity.units.name')} error={error('name')}>
          <TextInput value={typed.name} maxLength={100} onChange={(event) => put({ name: event.target.value })} />
        </FormField>
        <FormField label={t('identity.units.credit-code')} hint={t('identity.units.credit-code.hint')} error={error('creditCode')}>
          <TextInput value={typed.creditCode} maxLength={18} autoComplete="off" spellCheck={false} onChange={(event) => put({ creditCode: event.target.value })} />
        </FormField>
        {refused !== undefined && error('name') === undefined && error('creditCode') === undefined && <Refusal title={refused.text} />}
        <Button type="submit" tone="primary" wide busy={send.isPending}>{t('identity.units.register')}</Button>
      </form>
    </>
  );
}
