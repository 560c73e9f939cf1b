import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { legalDay, minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { notifications, TELLING, type Telling } from '../client.ts';

type Channel = Telling['channels'][number];

/** Where a person is reached. A channel that the platform does not have says so. */
export function Addresses({ telling }: { telling: Telling }): JSX.Element {
  const { t } = useText();
  return (
    <section className="work-section" aria-labelledby="addresses">
      <SectionHead id="addresses" title={t('notifications.addresses')} note={t('notifications.addresses.note')} />
      <ul className="telling-channels">
        {telling.channels.map((one) => (
          <li key={one.channel}>
            <h3>{t(`notifications.channel.${one.channel}`)}</h3>
            <Address of={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Address({ of: { channel, configured, confirmed, claim } }: { of: Channel }): JSX.Element {
  const { t } = useText();
  const [changing, setChanging] = useState(false);
  const drop = useSubmit((_: null, key) => notifications.dropAddress({ channel }, { context: { key } }), TELLING);
  const remove = (word: string): void => drop.mutate(null, { onSuccess: () => say(t(word)), onError: () => say(t('notifications.address.not-removed'), 'refused') });
  const known = confirmed !== null && (
    <p className="telling-address">
      <StateMark state="ok">{t('notifications.address.confirmed')}</StateMark>
      <b className="nowrap">{confirmed.address}</b>
      <span className="quiet">{t('notifications.address.since', { day: legalDay(confirmed.at) })}</span>
    </p>
  );
  if (!configured) {
    return (
      <div>
        {known}
        <p>
          <StateMark state="lock">{t(`notifications.channel.${channel}.off`)}</StateMark>
        </p>
        <p className="second">{t('notifications.channel.off.text')}</p>
        {confirmed !== null && <Button size="small" busy={drop.isPending} onClick={() => remove('notifications.address.removed')}>{t('notifications.address.remove')}</Button>}
      </div>
    );
  }
  if (claim !== null) return <div>{known}<Code channel={channel} claim={claim} dropping={drop.isPending} onDrop={() => remove('notifications.address.given-up')} /></div>;
  if (confirmed !== null && !changing) {
    return (
      <div>
        {known}
        <p className="telling-acts">
          <Button size="small" onClick={() => setChanging(true)}>{t('notifications.address.change')}</Button>
          <Button size="small" tone="text" busy={drop.isPending} onClick={() => remove('notifications.address.removed')}>{t('notifications.address.remove')}</Button>
        </p>
      </div>
    );
  }
  return <div>{known}<Claim channel={channel} {...(confirmed === null ? {} : { onCancel: () => setChanging(false) })} /></div>;
}

/** An address is named; its code goes out. */
function Claim({ channel, onCancel }: { channel: Channel['channel']; onCancel?: () => void }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('notifications');
  const [address, setAddress] = useState('');
  const claim = useSubmit((given: string, key) => notifications.claimAddress({ channel, address: given }, { context: { key } }), TELLING);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    claim.mutate(address.trim());
  };
  return (
    <form onSubmit={submit} className="telling-form">
      <FormField label={t(`notifications.address.${channel}`)} hint={t(`notifications.address.${channel}.hint`)} error={refusal(claim.error)?.text}>
        <TextInput type={channel === 'mail' ? 'text' : 'tel'} inputMode={channel === 'mail' ? 'email' : 'tel'} required autoComplete={channel === 'mail' ? 'email' : 'tel'} maxLength={254} value={address} onChange={(event) => setAddress(event.target.value)} />
      </FormField>
      <p className="telling-acts">
        <Button type="submit" busy={claim.isPending}>{t('notifications.address.ask')}</Button>
        {onCancel !== undefined && <Button tone="text" onClick={onCancel}>{t('notifications.cancel')}</Button>}
      </p>
    </form>
  );
}

/** The code is typed back. */
function Code({ channel, claim, dropping, onDrop }: { channel: Channel['channel']; claim: NonNullable<Channel['claim']>; dropping: boolean; onDrop: () => void }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('notifications');
  const [code, setCode] = useState('');
  const confirm = useSubmit((given: string, key) => notifications.confirmAddress({ channel, code: given }, { context: { key } }), TELLING);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate(code.trim(), { onSuccess: ({ confirmed }) => (setCode(''), confirmed && say(t('notifications.code.confirmed'))) });
  };
  const wrong = confirm.data?.confirmed === false ? t('notifications.code.wrong', { left: confirm.data.triesLeft }) : refusal(confirm.error)?.text;
  return (
    <form onSubmit={submit} className="telling-form">
      <p className="telling-address">
        <StateMark state={claim.codeSent ? 'attention' : 'run'}>{t(claim.codeSent ? 'notifications.code.sent' : 'notifications.code.sending')}</StateMark>
        <b className="nowrap">{claim.address}</b>
      </p>
      <FormField label={t('notifications.code')} hint={t('notifications.code.hint', { until: minute(claim.expiresAt) })} error={wrong}>
        <TextInput figures autoComplete="one-time-code" inputMode="numeric" required maxLength={12} value={code} onChange={(event) => setCode(event.target.value)} />
      </FormField>
      <p className="telling-acts">
        <Button type="submit" busy={confirm.isPending}>{t('notifications.code.confirm')}</Button>
        <Button tone="text" busy={dropping} onClick={onDrop}>{t('notifications.code.give-up')}</Button>
      </p>
    </form>
  );
}
