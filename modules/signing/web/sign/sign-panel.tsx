import { useState, type JSX, type ReactNode } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { API } from '#web/http.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Reading } from '#web/kit/empty.tsx';
import { FormField, Select, TextInput } from '#web/kit/form.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { useKeyring, type Keyring } from '../keyring/use-keyring.ts';
import { isWhatItSays, signAsked, type Asked, type Matter } from './asked.ts';
import { signWording } from './wording.ts';
import './sign.css';

loadWording(signWording);

export type { Asked };

type Props = {
  city: string;
  /** The module whose refusals are spoken. */
  module: string;
  /** What the statement must speak of. */
  matter: Matter;
  /** Has the server write down what is to be signed with this key. */
  ask: (key: string) => Promise<Asked>;
  /** Draws the paper from the data that are hashed, and from nothing else. */
  shown: (data: Asked['data']) => ReactNode;
  send: (signed: { request: string; signature: string }, key: string) => Promise<unknown>;
  /** What must be seen anew afterwards. */
  refreshes: readonly (readonly unknown[])[];
  onSigned: () => void;
};

/** Opens what is to be signed, shows exactly that, asks for the passphrase, signs in the browser. Without a key it says what to do. */
export function SignPanel(props: Props): JSX.Element {
  const { data } = useKeyring(props.city);
  if (data === undefined) return <Reading lines={2} />;
  return data.ready.length === 0 ? <NoKey city={props.city} ring={data} /> : <WithKey {...props} ready={data.ready} />;
}

function NoKey({ city, ring }: { city: string; ring: Keyring }): JSX.Element {
  const { t } = useText();
  const code = ring.held.some((one) => one.key.state === 'live') ? 'elsewhere' : 'none';
  return (
    <Refusal kind="attention" title={t(`signing.sign.${code}`)} acts={<LinkButton tone="primary" to={`/${city}/work/keys`}>{t('signing.sign.to-keys')}</LinkButton>}>
      <p>{t(`signing.sign.${code}.text`)}</p>
    </Refusal>
  );
}

type Opened = { readonly asked: Asked; readonly address: string | null };

function WithKey({ city, ready, module, matter, ask, shown, send, refreshes, onSigned }: Props & { ready: Keyring['ready'] }): JSX.Element {
  const { t } = useText();
  const [chosen, setChosen] = useState(ready[0]!.key.certificate.serial);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [tampered, setTampered] = useState(false);
  const refused = useRefusal(module);
  const one = ready.find(({ key }) => key.certificate.serial === chosen) ?? ready[0]!;
  const { serial } = one.key.certificate;

  const open = useSubmit(async (_: { key: string }): Promise<Opened | null> => {
    const asked = await ask(_.key);
    const address = asked.hasPaper ? `${API}/${city}/signing/papers/${asked.request}` : null;
    const pdf = address === null ? null : new Uint8Array(await (await fetch(address, { credentials: 'same-origin' })).arrayBuffer());
    return (await isWhatItSays(asked, matter, _.key, pdf)) ? { asked, address } : null;
  });
  const refusal = refused(open.error);

  if (opened !== null) {
    return <Sign opened={opened} held={one} module={module} shown={shown} send={send} refreshes={refreshes} onSigned={onSigned} onAgain={() => setOpened(null)} />;
  }
  return (
    <div className="sign-open">
      {ready.length > 1 && (
        <FormField label={t('signing.sign.key')}>
          <Select value={serial} onChange={(event) => setChosen(event.target.value)}>
            {ready.map(({ key }) => (
              <option key={key.certificate.serial} value={key.certificate.serial}>{key.certificate.serial}</option>
            ))}
          </Select>
        </FormField>
      )}
      {tampered && <Refusal title={t('signing.sign.tampered')} />}
      {refusal !== undefined && <Refusal title={refusal.text} />}
      <div className="sign-acts">
        <Button tone="primary" size="large" busy={open.isPending} onClick={() => open.mutate({ key: serial }, { onSuccess: (found) => (setTampered(found === null), setOpened(found)) })}>{t('signing.sign.open')}</Button>
      </div>
    </div>
  );
}

type SignProps = Pick<Props, 'module' | 'shown' | 'send' | 'refreshes' | 'onSigned'> & { opened: Opened; held: Keyring['ready'][number]; onAgain: () => void };

function Sign({ opened: { asked, address }, held: { key, copy }, module, shown, send, refreshes, onSigned, onAgain }: SignProps): JSX.Element {
  const { t } = useText();
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState(false);
  const [opening, setOpening] = useState(false);
  const refused = useRefusal(module);
  const take = useSubmit(send, refreshes);
  const refusal = refused(take.error);
  const { statement } = asked;

  const submit = async (): Promise<void> => {
    setOpening(true);
    const signed = await signAsked(asked, copy, passphrase).finally(() => setOpening(false));
    setWrong(signed === undefined);
    if (signed !== undefined) take.mutate(signed, { onSuccess: onSigned });
  };

  return (
    <div className="sign">
      <p className="second">{t('signing.sign.shown')}</p>
      <div className="sign-paper">{shown(asked.data)}</div>
      <dl className="sign-hashes">
        <div><dt>{t('signing.sign.hash')}</dt><dd className="mono">{statement.data}</dd></div>
        {statement.pdf !== null && <div><dt>{t('signing.sign.pdf')}</dt><dd className="mono">{statement.pdf}</dd></div>}
      </dl>
      <form className="sign-form" noValidate onSubmit={(event) => (event.preventDefault(), void submit())}>
        <FormField
          label={t('signing.sign.passphrase', { serial: key.certificate.serial })} error={wrong ? t('signing.sign.wrong') : undefined}
          hint={`${t('signing.sign.until', { until: minute(asked.lapsesAt) })}${key.demonstrationCopy === null ? '' : ` ${t('signing.sign.demo')}`}`}
        >
          <TextInput type="password" autoComplete="off" value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
        </FormField>
        {refusal !== undefined && <Refusal title={refusal.text} />}
        <div className="sign-acts">
          <Button type="submit" tone="primary" size="large" busy={opening || take.isPending} disabled={passphrase === ''}>{t('signing.sign.submit')}</Button>
          {address !== null && <LinkButton size="large" icon="file" href={address} download={`${asked.code}.pdf`}>{t('signing.sign.paper')}</LinkButton>}
          <Button tone="text" size="large" onClick={onAgain}>{t('signing.sign.again')}</Button>
        </div>
      </form>
    </div>
  );
}
