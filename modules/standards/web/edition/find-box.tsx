import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Icon } from '#web/kit/icon.tsx';
import '#web/kit/form.css';
import { nameIn } from '../written.ts';
import type { Found } from './find.ts';

/** Asks for a kind, a clause or what is measured. */
export function FindBox({ asked, onAsk, large = false }: { asked: string; onAsk: (asked: string) => void; large?: boolean }): JSX.Element {
  const { t } = useText();
  return (
    <label className={large ? 'find find-large' : 'find'}>
      <span className="only-read">{t('standards.find')}</span>
      <Icon name="search" size={large ? 18 : 15} />
      <input type="search" className="input" value={asked} placeholder={t(large ? 'standards.find.long' : 'standards.find')} onChange={(event) => onAsk(event.target.value)} />
    </label>
  );
}

/** What was found, kind by kind with the indicators that answer; said aloud as a number. */
export function FoundList({ found, city, current }: { found: readonly Found[]; city: string; current?: string }): JSX.Element {
  const { t, lang } = useText();
  const indicators = found.reduce((sum, one) => sum + one.indicators.length, 0);
  return (
    <div className="found">
      <p className="quiet note" role="status">
        {found.length === 0 ? t('standards.find.none') : t('standards.find.count', { kinds: found.length, indicators })}
      </p>
      <ul>
        {found.map(({ kind, indicators: measured }) => (
          <li key={kind.code}>
            <Link to={`/${city}/standards/${kind.code}`} className="found-kind" {...(kind.code === current ? { 'aria-current': 'page' as const } : {})} activeProps={{}}>
              <span className="code">{kind.code}</span>
              {nameIn(lang, kind)}
            </Link>
            {measured.length > 0 && (
              <ul>
                {measured.map((one) => (
                  <li key={one.code}>
                    <Link to={`/${city}/standards/${kind.code}`} hash={one.code} className="found-indicator" activeProps={{}}>
                      <span className="code">{one.code}</span>
                      {nameIn(lang, one)}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
