import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { requestsQuery } from '../client.ts';
import { RequestCard } from './request.tsx';
import { approvalsWording } from './wording.ts';
import './approvals.css';

loadWording(approvalsWording);

/** What the unit wants to buy and its approvers decide on; what still waits stands first. */
export default function ApprovalsPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const query = useQuery(requestsQuery(city));
  return (
    <>
      <PageTitle size="work" title={t('purchases.approvals.title')} under={t('purchases.approvals.under')} />
      <Loaded query={query} lines={8}>
        {(rows) => (rows.length === 0 ? <Empty title={t('purchases.approvals.empty')}>{t('purchases.approvals.empty.text')}</Empty> : rows.map((request, place) => <RequestCard key={request.requestId} request={request} city={city} first={place === 0} />))}
      </Loaded>
    </>
  );
}
