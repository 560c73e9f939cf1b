import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LoadFailed, Reading } from '#web/kit/empty.tsx';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { useKeyring, copiesKey, type Keyring } from '../keyring/use-keyring.ts';
import { Enrol } from './enrol.tsx';
import { Import } from './import.tsx';
import { KeyLine } from './key-line.tsx';
import { keysWording } from './wording.ts';
import './keys.css';

loadWording(keysWording);

/** The reader's signing keys: whether this browser can sign, what to do where it cannot. */
export default function KeysPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const { data, error } = useKeyring(city);
  const queries = useQueryClient();
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: copiesKey(city) });
  return (
    <>
      <PageTitle size="work" title={t('signing.keys')} under={t('signing.keys.under')} />
      {data === undefined ? error === null ? <Reading lines={6} /> : <LoadFailed /> : <Keys city={city} ring={data} onChanged={changed} />}
    </>
  );
}

function Keys({ city, ring, onChanged }: { city: string; ring: Keyring; onChanged: () => Promise<void> }): JSX.Element {
  const { t } = useText();
  const { mine, held, ready } = ring;
  const live = mine.keys.filter((key) => key.state === 'live').length;
  const [state, code]: [State, string] = ready.length > 0 ? ['ok', 'ready'] : live > 0 ? ['attention', 'elsewhere'] : ['todo', 'none'];
  return (
    <div className="keys">
      <div className="keys-state" role="status">
        <StateMark state={state} size={18}>
          <b>{t(`signing.keys.${code}`)}</b>
        </StateMark>
        <p>{t(`signing.keys.${code}.text`, { name: mine.holder.name, organisation: mine.holder.organisationName })}</p>
      </div>
      {held.length > 0 && (
        <section>
          <SectionHead title={t('signing.keys.list')} />
          <ul className="keys-list">
            {held.map((one) => (
              <KeyLine key={one.key.certificate.serial} held={one} city={city} onChanged={onChanged} />
            ))}
          </ul>
        </section>
      )}
      {mine.colleagues.length > 0 && (
        <section>
          <SectionHead title={t('signing.keys.colleagues')} note={t('signing.keys.colleagues.note')} />
          <ul className="keys-list">
            {mine.colleagues.map((key) => (
              <KeyLine key={key.certificate.serial} held={{ key, copy: null }} city={city} onChanged={onChanged} />
            ))}
          </ul>
        </section>
      )}
      <div className="keys-ways">
        <Enrol city={city} holder={mine.holder} full={live >= mine.mostKeys ? mine.mostKeys : null} first={live === 0} onChanged={onChanged} />
        <Import ring={ring} onChanged={onChanged} />
      </div>
    </div>
  );
}
