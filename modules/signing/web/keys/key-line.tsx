import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Select } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { legalDay, minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { REVOCATION_REASONS, type RevocationReason } from '../../domain/certificate.ts';
import { SUITE_NAMES } from '../../domain/suite.ts';
import { keysKey, signing } from '../client.ts';
import { dropCopy } from '../keyring/keyring.ts';
import type { HeldKey } from '../keyring/use-keyring.ts';
import { handOutCopy } from './download.ts';

const MARKS: Readonly<Record<HeldKey['key']['state'], State>> = { live: 'ok', 'not-yet': 'todo', expired: 'lock', revoked: 'refused' };

/** One key: what the city certifies of it, whether it lies here, and what may be done with it. */
export function KeyLine({ held: { key, copy }, city, onChanged }: { held: HeldKey; city: string; onChanged: () => Promise<void> }): JSX.Element {
  const { t } = useText();
  const [revoking, setRevoking] = useState(false);
  const { certificate, state, revoked, demonstrationCopy } = key;
  const { serial, suite } = certificate;
  const here = copy === null ? 'not-here' : demonstrationCopy !== null ? 'demo' : 'here';
  return (
    <li>
      <div className="keys-line">
        <div>
          {!key.own && <b>{key.holder} </b>}
          <b className="mono keys-serial">{serial}</b> {certificate.demo && <DemoMark />}
          <p className="second">
            {SUITE_NAMES[suite].signature} · {SUITE_NAMES[suite].hash} · {t('signing.key.period', { from: legalDay(certificate.from), until: legalDay(certificate.until) })}
          </p>
          <p className="quiet note">
            {t('signing.key.fingerprint')} <span className="mono keys-public">{certificate.publicKey}</span>
          </p>
        </div>
        <div className="keys-marks">
          <StateMark state={MARKS[state]}>{t(`signing.key.state.${state}`)}</StateMark>
          {state === 'live' && key.own && <span className={copy === null ? 'attention note' : 'quiet note'}>{t(`signing.key.${here}`)}</span>}
        </div>
        <div className="keys-acts">
          {state === 'live' && copy !== null && (
            <Button size="small" icon="download" onClick={() => handOutCopy(copy, t('signing.file', { serial }))}>
              {t('signing.key.download')}
            </Button>
          )}
          {key.may.revoke && state === 'live' && !revoking && (
            <Button size="small" tone="text" onClick={() => setRevoking(true)}>
              {t('signing.key.revoke')}
            </Button>
          )}
        </div>
      </div>
      {revoked !== null && <p className="note second">{t('signing.key.revoked', { at: minute(revoked.at), reason: t(`signing.reason.${revoked.reason}`) })}</p>}
      {revoking && <Revoke city={city} serial={serial} publicKey={certificate.publicKey} onChanged={onChanged} onKeep={() => setRevoking(false)} />}
    </li>
  );
}

function Revoke({ city, serial, publicKey, onChanged, onKeep }: { city: string; serial: string; publicKey: string; onChanged: () => Promise<void>; onKeep: () => void }): JSX.Element {
  const { t } = useText();
  const [reason, setReason] = useState<RevocationReason>('lost');
  const refused = useRefusal('signing');
  const send = useSubmit((why: RevocationReason, intent) => signing.revokeKey({ city, serial, reason: why }, { context: { key: intent } }), [keysKey(city)]);
  const refusal = refused(send.error);
  const done = async (): Promise<void> => {
    await dropCopy(publicKey).catch(() => undefined);
    await onChanged();
    say(t('signing.key.revoke.done'));
  };
  return (
    <form className="keys-revoke" onSubmit={(event) => (event.preventDefault(), send.mutate(reason, { onSuccess: () => void done() }))}>
      <h3>{t('signing.key.revoke.title', { serial })}</h3>
      <p>{t('signing.key.revoke.text')}</p>
      <FormField label={t('signing.key.revoke.reason')}>
        <Select value={reason} onChange={(event) => setReason(event.target.value as RevocationReason)}>
          {REVOCATION_REASONS.map((one) => (
            <option key={one} value={one}>{t(`signing.reason.${one}`)}</option>
          ))}
        </Select>
      </FormField>
      {refusal !== undefined && <Refusal title={refusal.text} />}
      <div className="keys-buttons">
        <Button type="submit" tone="danger" busy={send.isPending}>{t('signing.key.revoke.sure')}</Button>
        <Button tone="text" onClick={onKeep}>{t('signing.key.keep')}</Button>
      </div>
    </form>
  );
}
