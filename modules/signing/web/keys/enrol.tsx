import { useState, type JSX } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Radio, TextInput, TickGroup } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import type { KeyCopy } from '../../domain/key-copy.ts';
import { passphraseFault } from '../../domain/passphrase.ts';
import { SUITE_IDS, type SuiteId } from '../../domain/suite.ts';
import { keysKey, type Holder } from '../client.ts';
import { enrol } from '../keyring/enrol.ts';
import { canUse } from '../keyring/suites.ts';
import { handOutCopy } from './download.ts';

type Props = { city: string; holder: Holder; /** The most keys there may be, where there are as many. */ full: number | null; first: boolean; onChanged: () => Promise<void> };

/** Makes a key under a passphrase and enrols it; afterwards asks for the offline copy, which nobody can make later from nothing. */
export function Enrol({ city, holder, full, first, onChanged }: Props): JSX.Element {
  const { t } = useText();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [suite, setSuite] = useState<SuiteId>(1);
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<KeyCopy | null>(null);
  const able = useQuery({ queryKey: ['signing', 'able', suite], queryFn: () => canUse(suite), staleTime: Infinity }).data !== false;
  const refused = useRefusal('signing');
  // The passphrase never enters the intent: an intent is compared as text.
  const send = useSubmit((_: { suite: SuiteId }) => enrol(city, holder, _.suite, passphrase), [keysKey(city)]);
  const fault = passphraseFault(passphrase);
  const different = passphrase !== again;
  const refusal = refused(send.error);

  const submit = (): void => {
    setAsked(true);
    if (fault !== null || different || !able) return;
    send.mutate({ suite }, {
      onSuccess: (copy) => {
        setMade(copy);
        setPassphrase('');
        setAgain('');
        setAsked(false);
        void onChanged();
        say(t('signing.enrol.done'));
      },
    });
  };

  return (
    <section>
      <SectionHead title={t('signing.enrol')} />
      {made !== null && (
        <div className="keys-copy" role="status">
          <p><b>{t('signing.enrol.copy')}</b></p>
          <p>{t('signing.enrol.copy.text')}</p>
          <Button tone="primary" icon="download" onClick={() => handOutCopy(made, t('signing.file', { serial: made.publicKey.slice(-8) }))}>{t('signing.key.download')}</Button>
        </div>
      )}
      {full !== null ? (
        <p className="second">{t('signing.enrol.full', { most: full })}</p>
      ) : made !== null ? null : (
        <form className="keys-form" noValidate onSubmit={(event) => (event.preventDefault(), submit())}>
          <FormField label={t('signing.enrol.passphrase')} hint={t('signing.enrol.passphrase.hint')} error={asked && fault !== null ? t(`signing.enrol.${fault}`) : undefined}>
            <TextInput type="password" autoComplete="new-password" value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
          </FormField>
          <FormField label={t('signing.enrol.again')} error={asked && fault === null && different ? t('signing.enrol.different') : undefined}>
            <TextInput type="password" autoComplete="new-password" value={again} onChange={(event) => setAgain(event.target.value)} />
          </FormField>
          <TickGroup legend={t('signing.enrol.suite')} error={able ? undefined : t('signing.enrol.unable')}>
            {SUITE_IDS.map((one) => (
              <Radio key={one} name="suite" checked={suite === one} onChange={() => setSuite(one)}>{t(`signing.enrol.suite.${one}`)}</Radio>
            ))}
          </TickGroup>
          {refusal !== undefined && <Refusal title={refusal.text} />}
          <div className="keys-buttons">
            <Button type="submit" tone={first ? 'primary' : 'plain'} busy={send.isPending}>{t('signing.enrol.submit')}</Button>
          </div>
        </form>
      )}
    </section>
  );
}
