import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Checkbox } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { MOST, useTray, type Chosen } from './tray.ts';

/** The box that puts a product on the tray. */
export function CompareTick({ city, one, kindName }: { city: string; one: Chosen; kindName: string }): JSX.Element {
  const { t } = useText();
  const tray = useTray(city);
  const change = (on: boolean): void => {
    if (!on) return tray.remove(one.listingId);
    const said = tray.add(one);
    if (said === 'full') say(t('catalogue.tray.full', { most: MOST }), 'attention');
    if (said === 'changed') say(t('catalogue.tray.changed', { kind: kindName }), 'info');
  };
  return (
    <Checkbox checked={tray.has(one.listingId)} aria-label={t('catalogue.compare.name', { name: one.name })} onChange={(event) => change(event.target.checked)}>
      {t('catalogue.compare')}
    </Checkbox>
  );
}
