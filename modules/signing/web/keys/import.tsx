import { useId, useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Icon } from '#web/kit/icon.tsx';
import { say } from '#web/kit/notice.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { StateShape } from '#web/kit/state-mark.tsx';
import { keyCopyOf } from '../../domain/key-copy.ts';
import { keepCopy } from '../keyring/keyring.ts';
import type { Keyring } from '../keyring/use-keyring.ts';

type Wrong = 'unreadable' | 'other' | 'unknown';

/** Brings an offline copy into this browser. It stays sealed; its passphrase is asked for when it signs. */
export function Import({ ring, onChanged }: { ring: Keyring; onChanged: () => Promise<void> }): JSX.Element {
  const { t } = useText();
  const id = useId();
  const [wrong, setWrong] = useState<Wrong | null>(null);

  const take = async (file: File): Promise<Wrong | null> => {
    const copy = file.size > 20_000 ? undefined : keyCopyOf(await file.text().then((text) => JSON.parse(text) as unknown).catch(() => undefined));
    if (copy === undefined) return 'unreadable';
    const { person, organisation, city } = ring.mine.holder;
    if (copy.person !== person || copy.organisation !== organisation || copy.city !== city) return 'other';
    if (!ring.mine.keys.some((key) => key.state === 'live' && key.certificate.publicKey === copy.publicKey)) return 'unknown';
    await keepCopy(copy);
    await onChanged();
    say(t('signing.import.done'));
    return null;
  };

  return (
    <section>
      <SectionHead title={t('signing.import')} />
      <p className="second keys-import">{t('signing.import.text')}</p>
      <div className={wrong === null ? 'keys-import' : 'keys-import field-wrong'}>
        <input
          id={id} className="only-read" type="file" accept=".json,application/json" aria-describedby={wrong === null ? undefined : `${id}-error`}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file !== undefined) void take(file).then(setWrong, () => setWrong('unreadable'));
          }}
        />
        <label htmlFor={id} className="button button-plain button-normal">
          <Icon name="upload" />
          {t('signing.import.choose')}
        </label>
        {wrong !== null && (
          <p className="field-error" id={`${id}-error`} role="alert">
            <StateShape state="refused" size={12} /> {t(`signing.import.${wrong}`)}
          </p>
        )}
      </div>
    </section>
  );
}
