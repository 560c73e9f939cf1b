import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { SHARES, type Filters, type Share } from './desk.ts';

const SHOWS: Readonly<Record<Share, Partial<Filters>>> = {
  confirmed: { standing: 'confirmed', basis: '' },
  reproduced: { standing: 'open', basis: 'reproduced' },
  recalled: { standing: 'open', basis: 'recalled' },
  withheld: { standing: 'withheld', basis: '' },
};

/** All limits as one bar of four parts; a part shows its rows. */
export function Summary({ shares, total, filters, onFilter }: { shares: Readonly<Record<Share, number>>; total: number; filters: Filters; onFilter: (change: Partial<Filters>) => void }): JSX.Element {
  const { t } = useText();
  return (
    <section className="desk-summary" aria-label={t('standards.desk.summary')}>
      <p className="desk-total">
        <b>{total}</b> {t('standards.desk.limits')}
      </p>
      <ul>
        {SHARES.map((share) => {
          const shown = filters.standing === SHOWS[share].standing && filters.basis === SHOWS[share].basis;
          return (
            <li key={share} className="desk-share" style={{ flexGrow: shares[share] }}>
              {/* Room for its words even where it is nothing; then without a bar. */}
              <i className={shares[share] === 0 ? 'desk-bar' : `desk-bar desk-bar-${share}`} aria-hidden="true" />
              <button type="button" aria-pressed={shown} onClick={() => onFilter(shown ? { standing: '', basis: '' } : SHOWS[share])}>
                <span>{t(`standards.desk.share.${share}`)}</span>
                <b>{shares[share]}</b>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
