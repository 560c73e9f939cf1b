import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Checkbox, FormField, Radio, TextInput, TickGroup } from '#web/kit/form.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { creditCodeFault, creditCodeOf } from '../../domain/credit-code.ts';
import type { Field, Typed } from './draft.ts';

export type StepProps = { readonly typed: Typed; readonly change: (field: Field, value: string) => void; readonly error: (field: Field) => string | undefined; readonly demo: boolean };

export function KindStep({ typed, change, error }: StepProps): JSX.Element {
  const { t } = useText();
  return (
    <TickGroup legend={t('suppliers.join.kind')} error={error('kind')}>
      <div className="join-kinds">
        {(['maker', 'distributor'] as const).map((kind) => (
          <Radio key={kind} name="kind" value={kind} checked={typed.kind === kind} onChange={() => change('kind', kind)}>
            <b>{t(`suppliers.kind.${kind}`)}</b>
            <small>{t(`suppliers.join.kind.${kind}`)}</small>
          </Radio>
        ))}
      </div>
    </TickGroup>
  );
}

export function OrganisationStep({ typed, change, error, demo }: StepProps): JSX.Element {
  const { t } = useText();
  return (
    <>
      <FormField label={t('suppliers.join.name')} hint={t('suppliers.join.name.hint')} error={error('name')}>
        <TextInput name="organization" autoComplete="organization" maxLength={100} value={typed.name} onChange={(event) => change('name', event.target.value)} />
      </FormField>
      <FormField label={t('suppliers.join.creditCode')} hint={<CodeHint code={typed.creditCode} demo={demo} />} error={error('creditCode')}>
        <TextInput name="credit-code" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={30} value={typed.creditCode} onChange={(event) => change('creditCode', event.target.value)} />
      </FormField>
      <FormField label={t('suppliers.join.address')} hint={t('suppliers.join.address.hint')} error={error('address')}>
        <TextInput name="address" autoComplete="street-address" maxLength={200} value={typed.address} onChange={(event) => change('address', event.target.value)} />
      </FormField>
    </>
  );
}

/** Says at once whether the check character fits, before anything is sent. */
function CodeHint({ code, demo }: { code: string; demo: boolean }): JSX.Element {
  const { t } = useText();
  const kept = creditCodeOf(code);
  if (kept.length < 18) return <>{t('suppliers.join.creditCode.hint')}</>;
  const fault = creditCodeFault(kept);
  if (fault === null) return <StateMark state="ok" size={12}>{t('suppliers.join.creditCode.good')}</StateMark>;
  if (demo && fault === 'credit-code-check') return <>{t('suppliers.join.creditCode.invented')}</>;
  return <span className="field-error">{t(`suppliers.refusal.${fault}`)}</span>;
}

export function AccountStep({ typed, change, error }: StepProps): JSX.Element {
  const { t } = useText();
  const [shown, show] = useState(false);
  return (
    <>
      <div className="form-row">
        <FormField label={t('suppliers.join.contactName')} error={error('contactName')}>
          <TextInput name="name" autoComplete="name" maxLength={50} value={typed.contactName} onChange={(event) => change('contactName', event.target.value)} />
        </FormField>
        <FormField label={t('suppliers.join.phone')} hint={t('suppliers.join.phone.hint')} error={error('phone')}>
          <TextInput name="tel" type="tel" autoComplete="tel" maxLength={20} value={typed.phone} onChange={(event) => change('phone', event.target.value)} />
        </FormField>
      </div>
      <FormField label={t('suppliers.join.login')} hint={t('suppliers.join.login.hint')} error={error('login')}>
        <TextInput name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} value={typed.login} onChange={(event) => change('login', event.target.value)} />
      </FormField>
      <FormField label={t('suppliers.join.password')} hint={t('suppliers.join.password.hint')} error={error('password')}>
        <TextInput name="new-password" type={shown ? 'text' : 'password'} autoComplete="new-password" maxLength={200} value={typed.password} onChange={(event) => change('password', event.target.value)} />
      </FormField>
      <Checkbox checked={shown} onChange={(event) => show(event.target.checked)}>
        {t('suppliers.join.password.show')}
      </Checkbox>
    </>
  );
}
