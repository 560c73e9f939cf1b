import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { minute } from '#web/kit/written.ts';
import { NoPasskey } from '#web/passkey.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { ACCOUNT, identity, type Account } from '../client.ts';
import { Sure } from './sure.tsx';

type Passkey = Account['passkeys'][number];

/** The first way in. */
export function Passkeys({ account }: { account: Account }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const remove = useSubmit((passkeyId: string, key) => identity.removePasskey({ passkeyId }, { context: { key } }), ACCOUNT);
  const columns: readonly Column<Passkey>[] = [
    { id: 'name', head: t('identity.passkeys.name'), onPhone: 'head', cell: (one) => <b>{one.name}</b> },
    { id: 'kept', head: t('identity.passkeys.kept'), cell: (one) => <span className="second">{t(one.backedUp ? 'identity.passkeys.kept.copied' : 'identity.passkeys.kept.here')}</span> },
    { id: 'added', head: t('identity.passkeys.added'), width: 150, cell: (one) => minute(one.createdAt) },
    { id: 'used', head: t('identity.passkeys.used'), width: 150, cell: (one) => (one.lastUsedAt === null ? <span className="quiet">{t('identity.passkeys.never')}</span> : minute(one.lastUsedAt)) },
    {
      id: 'act', head: <span className="only-read">{t('identity.act')}</span>, figures: true, onPhone: 'bare', width: 170,
      cell: (one) => <Sure what={one.name} act={t('identity.remove')} sure={t('identity.remove.sure')} busy={remove.isPending} onSure={() => remove.mutate(one.id, { onSuccess: () => say(t('identity.passkeys.removed')), onError: (error) => say(refusal(error)?.text ?? '', 'refused') })} />,
    },
  ];
  return (
    <section className="work-section" aria-labelledby="passkeys">
      <SectionHead id="passkeys" title={t('identity.passkeys')} note={t('identity.passkeys.note')} />
      <p className="account-why">{t('identity.passkeys.why')}</p>
      <DataTable caption={t('identity.passkeys')} columns={columns} rows={account.passkeys} rowKey={(one) => one.id} empty={<Empty title={t('identity.passkeys.none')}>{t('identity.passkeys.none.text')}</Empty>} />
      <AddPasskey first={account.passkeys.length === 0} />
    </section>
  );
}

function AddPasskey({ first }: { first: boolean }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('identity');
  const [name, setName] = useState('');
  const add = useSubmit(async (given: string, key) => {
    const question = await identity.newPasskeyQuestion({});
    const { makePasskey } = await import('#web/passkey.ts');
    return identity.addPasskey({ name: given, answer: await makePasskey(question) }, { context: { key } });
  }, ACCOUNT);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(name.trim(), { onSuccess: () => (setName(''), say(t('identity.passkeys.is-added'))) });
  };
  const text = add.error instanceof NoPasskey ? t(`identity.no-passkey.${add.error.why}`) : refusal(add.error)?.text;
  return (
    <form className="account-form" onSubmit={submit}>
      {text !== undefined && <Refusal title={t('identity.passkeys.not-added')}>{text}</Refusal>}
      <div className="account-row">
        <FormField label={t('identity.passkeys.new-name')} hint={t('identity.passkeys.new-name.hint')}>
          <TextInput value={name} required maxLength={60} onChange={(event) => setName(event.target.value)} />
        </FormField>
        <Button type="submit" tone={first ? 'primary' : 'plain'} busy={add.isPending}>
          {t('identity.passkeys.add')}
        </Button>
      </div>
    </form>
  );
}
