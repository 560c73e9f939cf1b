import { useEffect, useId, useRef, useState, type FormEvent, type JSX } from 'react';
import { Refused } from '#web/http.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { identity } from '#web/identity-client.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { touchWording } from './wording.ts';
import './dialog.css';

loadWording(touchWording);

type Ways = Awaited<ReturnType<typeof identity.touchQuestion>>;

/** Before a grave act: the passkey, or the password. What the page behind has typed in it stays. */
export function TouchDialog({ onDone }: { onDone: (shown: boolean) => void }): JSX.Element {
  const { t } = useText();
  const title = useId();
  const refusal = useRefusal('identity');
  const dialog = useRef<HTMLDialogElement>(null);
  const [ways, setWays] = useState<Ways>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    identity.touchQuestion({}).then(setWays, setFault);
  }, []);

  const show = async (how: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await how();
      onDone(true);
    } catch (error) {
      setFault(error);
      setBusy(false);
      // An answered or stale question is not answered twice.
      identity.touchQuestion({}).then(setWays, () => undefined);
    }
  };
  const byPasskey = (): Promise<void> => show(async () => {
    const { answerWithPasskey } = await import('#web/passkey.ts');
    await identity.touch({ answer: await answerWithPasskey(ways!.passkey!) });
  });
  const byPassword = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    void show(() => identity.touch({ password: String(typed.get('password') ?? ''), ...(ways?.code === true ? { code: String(typed.get('code') ?? '') } : {}) }));
  };
  const text = fault === undefined ? undefined : fault instanceof Refused ? refusal(fault)?.text : t('shell.touch.no-passkey');

  return (
    <dialog ref={dialog} className="touch" aria-labelledby={title} onCancel={(event) => (event.preventDefault(), onDone(false))}>
      <h2 id={title} className="serif">{t('shell.touch.title')}</h2>
      <p className="second">{t('shell.touch.text')}</p>
      {text !== undefined && <Refusal title={t('shell.touch.refused')}>{text}</Refusal>}
      {ways?.passkey != null && (
        <Button tone="primary" size="large" wide busy={busy} onClick={() => void byPasskey()}>
          {t('shell.touch.passkey')}
        </Button>
      )}
      {ways?.password === true && (
        <form onSubmit={byPassword}>
          <FormField label={t('shell.touch.password')}>
            <TextInput name="password" type="password" required autoComplete="current-password" />
          </FormField>
          {ways.code && (
            <FormField label={t('shell.touch.code')}>
              <TextInput name="code" required autoComplete="one-time-code" />
            </FormField>
          )}
          <Button type="submit" wide size="large" busy={busy} tone={ways.passkey === null ? 'primary' : 'plain'}>
            {t('shell.touch.confirm')}
          </Button>
        </form>
      )}
      <Button tone="text" onClick={() => onDone(false)}>
        {t('shell.touch.cancel')}
      </Button>
    </dialog>
  );
}
