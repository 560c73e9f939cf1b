import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import { minute } from '#web/kit/written.ts';
import { auditQuery, PAGE_SIZE, refusalsQuery, securityQuery, type Asked, type Entry, type Refusal } from '../client.ts';
import { watchWording } from '../wording.ts';
import '../watch.css';

loadWording(watchWording);

const TABS = ['audit', 'security', 'refusals'] as const;

/** Where entries of the ledger stand, acts that touch security, and requests refused. */
export default function AuditPage(): JSX.Element {
  const { t } = useText();
  const [tab, setTab] = useState<(typeof TABS)[number]>('audit');
  return (
    <>
      <PageTitle size="work" title={t('watch.audit')} under={t('watch.audit.under')} />
      <section className="work-section">
        <Tabs label={t('watch.tabs')} panel="watch" current={tab} onChange={(id) => setTab(id as typeof tab)} tabs={TABS.map((id) => ({ id, label: t(`watch.tab.${id}`) }))} />
        <div id="watch" role="tabpanel" aria-label={t(`watch.tab.${tab}`)}>
          {tab === 'audit' ? <Audit /> : tab === 'security' ? <Security /> : <Refusals />}
        </div>
      </section>
    </>
  );
}

const NOTHING: Asked = { kind: '', subject: '', organisationId: '', since: '' };

function Audit(): JSX.Element {
  const { t } = useText();
  const [typed, setTyped] = useState(NOTHING);
  const [asked, setAsked] = useState(NOTHING);
  const [page, setPage] = useState(1);
  const query = useQuery({ ...auditQuery(asked, page), placeholderData: keepPreviousData, retry: false });
  const type = (field: keyof Asked) => (event: { target: { value: string } }): void => setTyped({ ...typed, [field]: event.target.value.trim() });
  return (
    <>
      <form className="watch-ask" onSubmit={(event) => (event.preventDefault(), setAsked(typed), setPage(1))}>
        <FormField label={t('watch.ask.kind')} optional><TextInput value={typed.kind} onChange={type('kind')} maxLength={60} /></FormField>
        <FormField label={t('watch.ask.subject')} optional><TextInput value={typed.subject} onChange={type('subject')} maxLength={200} placeholder={t('watch.ask.subject.hint')} /></FormField>
        <FormField label={t('watch.ask.organisation')} optional><TextInput value={typed.organisationId} onChange={type('organisationId')} maxLength={36} /></FormField>
        <FormField label={t('watch.ask.since')} optional><TextInput type="date" value={typed.since} onChange={type('since')} /></FormField>
        <Button tone="primary" type="submit" busy={query.isFetching}>{t('watch.ask.search')}</Button>
      </form>
      <p className="quiet">{t('watch.ask.span')}</p>
      <Entries query={query} page={page} onPage={setPage} />
    </>
  );
}

function Security(): JSX.Element {
  const [page, setPage] = useState(1);
  return <Entries query={useQuery({ ...securityQuery(page), placeholderData: keepPreviousData })} page={page} onPage={setPage} />;
}

const short = (hash: string): JSX.Element => <code title={hash}>{hash.slice(0, 12)}…</code>;

type Found = { readonly entries: readonly Entry[]; readonly more: boolean };

function Entries({ query, page, onPage }: { query: UseQueryResult<Found>; page: number; onPage: (page: number) => void }): JSX.Element {
  const { t } = useText();
  const columns: readonly Column<Entry>[] = [
    { id: 'at', head: t('watch.entry.at'), width: 150, cell: (row) => <time dateTime={row.realAt} className="nowrap">{minute(row.realAt)}</time> },
    { id: 'kind', head: t('watch.entry.kind'), width: 200, cell: (row) => row.kind },
    { id: 'subject', head: t('watch.entry.subject'), cell: (row) => <span className="watch-text">{row.subject}</span> },
    { id: 'who', head: t('watch.entry.who'), cell: (row) => <span className="watch-text">{row.personId ?? '—'}<small>{row.organisationId}</small></span> },
    { id: 'hash', head: t('watch.entry.hash'), width: 150, cell: (row) => <>{short(row.hash)}<small>{row.seq === null ? t('watch.entry.waiting') : t('watch.entry.place', { seq: row.seq })}</small></> },
  ];
  return (
    <Loaded query={query} lines={8}>
      {(data) => (
        <>
          <DataTable caption={t('watch.audit')} columns={columns} rows={data.entries} rowKey={(row) => row.id} dense empty={<Empty title={t('watch.entry.none')}>{t('watch.entry.none.text')}</Empty>} />
          {(page > 1 || data.more) && (
            <div className="watch-turn">
              <Button disabled={page === 1} onClick={() => onPage(page - 1)}>{t('watch.back')}</Button>
              <Button disabled={!data.more} onClick={() => onPage(page + 1)}>{t('watch.more')}</Button>
            </div>
          )}
        </>
      )}
    </Loaded>
  );
}

function Refusals(): JSX.Element {
  const { t } = useText();
  const [page, setPage] = useState(1);
  const query = useQuery({ ...refusalsQuery(page), placeholderData: keepPreviousData });
  const columns: readonly Column<Refusal>[] = [
    { id: 'at', head: t('watch.refusal.at'), width: 150, cell: (row) => <time dateTime={row.at} className="nowrap">{minute(row.at)}</time> },
    { id: 'route', head: t('watch.refusal.route'), cell: (row) => <code className="watch-text">{row.route}</code> },
    { id: 'status', head: t('watch.refusal.status'), figures: true, width: 80, cell: (row) => row.status },
    { id: 'who', head: t('watch.refusal.who'), cell: (row) => <span className="watch-text">{row.personId ?? t('watch.nobody')}<small>{row.organisationId}</small></span> },
    { id: 'times', head: t('watch.refusal.times'), figures: true, width: 90, cell: (row) => row.times },
  ];
  return (
    <Loaded query={query} lines={8}>
      {(data) => (
        <>
          <DataTable caption={t('watch.tab.refusals')} columns={columns} rows={data.rows} rowKey={(row) => `${row.at} ${row.route} ${row.status} ${row.personId}`} dense empty={<Empty title={t('watch.refusal.none')} />} />
          {data.total > PAGE_SIZE && <Pagination page={page} size={PAGE_SIZE} total={data.total} onPage={setPage} />}
        </>
      )}
    </Loaded>
  );
}
