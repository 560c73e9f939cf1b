import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { TextInput } from '#web/kit/form.tsx';
import { Icon } from '#web/kit/icon.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import { DemoMark, Tag } from '#web/kit/tag.tsx';
import type { ListedSupplier } from '../../contract/listed.ts';
import type { SupplierKind } from '../../domain/model.ts';
import { LISTED_SIZE, listedQuery, type ListedAsked } from '../client.ts';
import { suppliersWording } from '../wording.ts';
import { listedWording } from './wording.ts';
import './listed.css';

loadWording(suppliersWording);
loadWording(listedWording);

const KINDS: readonly (SupplierKind | null)[] = [null, 'maker', 'distributor'];

/** Who may sell in this city. What is asked stands in the address, so that a list can be sent to a colleague. */
export default function ListedPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const [asked, ask] = useAsked();
  const answer = useQuery(listedQuery(city, asked));
  return (
    <div className="wrap listed">
      <PageTitle title={t('suppliers.listed.title')} under={t('suppliers.listed.under')} acts={<LinkButton tone="primary" to={`/${city}/join`}>{t('suppliers.listed.join')}</LinkButton>} />
      <Find key={asked.q} asked={asked} onAsk={(q) => ask({ ...asked, q, page: 1 })} />
      <Loaded query={answer} lines={10}>
        {(found) => {
          const counts = { maker: found.makers, distributor: found.distributors };
          return (
            <>
              <Tabs
                tabs={KINDS.map((kind) => ({ id: kind ?? 'all', label: t(kind === null ? 'suppliers.listed.all' : `suppliers.kind.${kind}`), count: kind === null ? found.makers + found.distributors : counts[kind] }))}
                current={asked.kind ?? 'all'} label={t('suppliers.listed.kind')} panel="listed-panel"
                onChange={(id) => ask({ ...asked, kind: KINDS.find((kind) => kind === id) ?? null, page: 1 })}
              />
              <div id="listed-panel" role="tabpanel" aria-label={t('suppliers.listed.caption')}>
                <p className="only-read" role="status">
                  {t('suppliers.listed.found', { count: found.total })}
                </p>
                <List rows={found.rows} asked={asked} onAll={() => ask({ q: '', kind: null, page: 1 })} />
                {found.total > 0 && <Pagination page={asked.page} size={LISTED_SIZE} total={found.total} onPage={(page) => ask({ ...asked, page })} />}
              </div>
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function List({ rows, asked, onAll }: { rows: readonly ListedSupplier[]; asked: ListedAsked; onAll: () => void }): JSX.Element {
  const { t } = useText();
  const firstDemo = rows.find((row) => row.demo)?.organisationId;
  const columns: readonly Column<ListedSupplier>[] = [
    { id: 'name', head: t('suppliers.listed.name'), onPhone: 'head', cell: (row) => <span className="listed-name">{row.name}{row.organisationId === firstDemo && <> <DemoMark /></>}</span> },
    { id: 'kind', head: t('suppliers.listed.kind'), width: 130, cell: (row) => <Tag>{t(`suppliers.kind.${row.kind}`)}</Tag> },
    { id: 'address', head: t('suppliers.listed.address'), cell: (row) => <span className="second">{row.address}</span> },
    { id: 'code', head: t('suppliers.listed.code'), width: 190, cell: (row) => <span className="mono">{row.creditCode}</span> },
    { id: 'since', head: t('suppliers.listed.since'), width: 110, figures: true, cell: (row) => row.admittedOn },
  ];
  const empty = asked.q === ''
    ? <Empty title={t('suppliers.listed.none')}>{t('suppliers.listed.none.text')}</Empty>
    : <Empty title={t('suppliers.listed.not-found', { q: asked.q })} act={<Button onClick={onAll}>{t('suppliers.listed.clear')}</Button>}>{t('suppliers.listed.not-found.text')}</Empty>;
  return <DataTable caption={t('suppliers.listed.caption')} columns={columns} rows={rows} rowKey={(row) => row.organisationId} empty={empty} />;
}

function Find({ asked, onAsk }: { asked: ListedAsked; onAsk: (q: string) => void }): JSX.Element {
  const { t } = useText();
  const [typed, type] = useState(asked.q);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAsk(typed.trim());
  };
  return (
    <form className="listed-find no-print" role="search" onSubmit={submit}>
      <label className="find">
        <span className="only-read">{t('suppliers.listed.find')}</span>
        <Icon name="search" />
        <TextInput type="search" value={typed} maxLength={100} placeholder={t('suppliers.listed.find.hint')} onChange={(event) => { type(event.target.value); if (event.target.value === '') onAsk(''); }} />
      </label>
      <Button type="submit">{t('suppliers.listed.find.act')}</Button>
    </form>
  );
}

/** What is asked, read from the address; what is written there by hand and makes no sense is left out. */
function useAsked(): [ListedAsked, (asked: ListedAsked) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const page = Number(search['page'] ?? 1);
  const kind = KINDS.find((one) => one === search['kind']) ?? null;
  const asked = { q: String(search['q'] ?? '').slice(0, 100), kind, page: Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1 };
  const ask = (next: ListedAsked): void =>
    void navigate({ to: '.', search: { ...(next.q === '' ? {} : { q: next.q }), ...(next.kind === null ? {} : { kind: next.kind }), ...(next.page === 1 ? {} : { page: next.page }) } as never, replace: true });
  return [asked, ask];
}
