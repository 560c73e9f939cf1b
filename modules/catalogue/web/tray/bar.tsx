import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Icon } from '#web/kit/icon.tsx';
import { Swatch } from '../shown/swatch.tsx';
import { MOST, useTray } from './tray.ts';
import { trayWording } from './wording.ts';
import './bar.css';

loadWording(trayWording);

/** What was chosen, at the foot of the window while there is something. */
export function TrayBar({ city }: { city: string }): JSX.Element | null {
  const { t } = useText();
  const { list, remove, clear } = useTray(city);
  if (list.length === 0) return null;
  const suppliers = new Set(list.map((one) => one.supplier)).size;
  return (
    <section className="tray no-print" aria-label={t('catalogue.tray')}>
      <div className="wrap">
        <b className="nowrap">{t('catalogue.tray.count', { count: list.length, most: MOST })}</b>
        <ul>
          {list.map((one) => (
            <li key={one.listingId}>
              <Swatch kind={one.kind} size={26} />
              <span lang="zh-CN">{one.name}</span>
              <button type="button" aria-label={t('catalogue.tray.remove', { name: one.name })} onClick={() => remove(one.listingId)}>
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
          {list.length < MOST && <li className="tray-room">{t('catalogue.tray.more', { left: MOST - list.length })}</li>}
        </ul>
        <span className="tray-note">{t('catalogue.tray.suppliers', { count: suppliers })}</span>
        <button type="button" className="button button-text button-normal" onClick={clear}>
          {t('catalogue.tray.clear')}
        </button>
        <Link to={`/${city}/museum/compare`} search={{ ids: list.map((one) => one.listingId).join(',') } as never} className="button button-primary button-normal">
          {t('catalogue.tray.open')}
        </Link>
      </div>
    </section>
  );
}
