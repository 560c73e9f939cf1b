import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { editionQuery } from '../client.ts';
import { FindBox, FoundList } from '../edition/find-box.tsx';
import { find } from '../edition/find.ts';
import { nameIn } from '../written.ts';

/** The other kinds beside the one that is read; the categories fold, the reader's own stands open. */
export function KindList({ city, category, kind }: { city: string; category: string; kind: string }): JSX.Element {
  const { t, lang } = useText();
  const [asked, setAsked] = useState('');
  const edition = useQuery(editionQuery(city)).data?.edition;
  return (
    <nav className="kind-list no-print" aria-label={t('standards.kinds.all')}>
      <FindBox asked={asked} onAsk={setAsked} />
      {edition == null ? null : asked.trim() !== '' ? (
        <FoundList found={find(edition, asked)} city={city} current={kind} />
      ) : (
        edition.categories.map((one) => (
          <details key={one.code} open={one.code === category}>
            <summary>
              {nameIn(lang, one)}
              <span className="quiet">{one.kinds.length}</span>
            </summary>
            <ul>
              {one.kinds.map((entry) => (
                <li key={entry.code}>
                  <Link to={`/${city}/standards/${entry.code}`} activeOptions={{ includeHash: false }}>
                    <span className="code">{entry.code}</span>
                    {nameIn(lang, entry)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ))
      )}
    </nav>
  );
}
