import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { tellingQuery } from '../client.ts';
import { Addresses } from './addresses.tsx';
import { settingsWording } from './wording.ts';
import { Ways } from './ways.tsx';
import './settings.css';

loadWording(settingsWording);

/** How a person is told outside the platform: where, of what, and when. */
export default function SettingsPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const query = useQuery(tellingQuery);
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('notifications.settings.all'), to: `/${city}/work/notifications` }, { label: t('notifications.settings') }]} />
      <PageTitle size="work" title={t('notifications.settings')} under={t('notifications.settings.under')} acts={<LinkButton to={`/${city}/work/notifications/sent`}>{t('notifications.settings.sent')}</LinkButton>} />
      <Loaded query={query} lines={8}>
        {(telling) => (
          <div className="telling">
            <Addresses telling={telling} />
            <Ways key={JSON.stringify([telling.choices, telling.language, telling.digestHour])} telling={telling} />
          </div>
        )}
      </Loaded>
    </>
  );
}
