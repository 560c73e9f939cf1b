import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Empty, LoadFailed } from '#web/kit/empty.tsx';
import { Select, TextInput } from '#web/kit/form.tsx';
import { Pagination } from '#web/kit/pagination.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import { faultOf } from '#web/refusal.ts';
import { useActing } from '#web/shell/work/layout.tsx';
import { ordersQuery } from '../client.ts';
import { stateWording } from '../states/wording.ts';
import { askedOf, NOTHING, searchOf, SIZE, SORTS, STAGES, type Asked } from './asked.ts';
import { OrderTable } from './order-table.tsx';
import { listWording } from './wording.ts';
import './list.css';

loadWording(stateWording);
loadWording(listWording);

/** The orders of the reader's organisation, on its side. What is asked stands in the address. */
export default function OrdersPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const side = useActing().kind === 'supplier' ? 'supplier' : 'buyer';
  const asked = askedOf(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const found = useQuery(ordersQuery(city, asked));
  const change = (next: Partial<Asked>): void => void navigate({ to: '.', search: searchOf({ ...asked, page: 1, ...next }) as never, resetScroll: next.page !== undefined });
  const plain = Object.keys(searchOf({ ...asked, stage: 'all', sort: 'newest' })).length === 0;
  const counts = found.data?.counts;
  const empty = counts?.all === 0 ? (
    <Empty title={t(`orders.list.empty.${side}`)} act={side === 'buyer' && <LinkButton to={`/${city}/museum`} tone="primary">{t('orders.list.to-museum')}</LinkButton>}>
      {t(`orders.list.empty.${side}.text`)}
    </Empty>
  ) : (
    <Empty title={t('orders.list.none')} act={<Button onClick={() => change(NOTHING)}>{t('orders.list.clear')}</Button>}>{t('orders.list.none.text')}</Empty>
  );
  return (
    <>
      <PageTitle size="work" title={t('orders.list.title')} under={t(`orders.list.under.${side}`)} acts={side === 'buyer' && <LinkButton to={`/${city}/museum`}>{t('orders.list.to-museum')}</LinkButton>} />
      <div className="orders-bar">
        <Tabs label={t('orders.list.stage')} panel="orders" current={asked.stage} onChange={(stage) => change({ stage: stage as Asked['stage'] })} tabs={STAGES.map((id) => ({ id, label: t(`orders.list.stage.${id}`), ...(counts === undefined ? {} : { count: counts[id] }) }))} />
      </div>
      <Search key={`${asked.q} ${asked.from ?? ''} ${asked.to ?? ''}`} asked={asked} plain={plain} onChange={change} />
      <div id="orders" role="tabpanel" aria-label={t(`orders.list.stage.${asked.stage}`)}>
        {found.isError ? <LoadFailed fault={faultOf(found.error)} onRetry={() => void found.refetch()} /> : <OrderTable city={city} side={side} rows={found.data?.rows} empty={empty} />}
        {found.data !== undefined && found.data.total > 0 && <Pagination page={asked.page} size={SIZE} total={found.data.total} onPage={(page) => change({ page })} />}
      </div>
    </>
  );
}

function Search({ asked, plain, onChange }: { asked: Asked; plain: boolean; onChange: (next: Partial<Asked>) => void }): JSX.Element {
  const { t } = useText();
  const [q, setQ] = useState(asked.q);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onChange({ q: q.trim() });
  };
  return (
    <form className="orders-search no-print" role="search" onSubmit={send}>
      <span className="orders-find">
        <TextInput type="search" aria-label={t('orders.list.q')} placeholder={t('orders.list.q')} value={q} maxLength={60} onChange={(event) => setQ(event.target.value)} />
        <Button type="submit">{t('orders.list.find')}</Button>
      </span>
      <label>
        {t('orders.list.from')}
        <TextInput type="date" value={asked.from ?? ''} onChange={(event) => onChange({ from: event.target.value === '' ? null : event.target.value })} />
      </label>
      <label>
        {t('orders.list.to')}
        <TextInput type="date" value={asked.to ?? ''} onChange={(event) => onChange({ to: event.target.value === '' ? null : event.target.value })} />
      </label>
      <label className="orders-sort">
        {t('orders.list.sort')}
        <Select value={asked.sort} onChange={(event) => onChange({ sort: event.target.value as Asked['sort'] })}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`orders.list.sort.${sort}`)}
            </option>
          ))}
        </Select>
      </label>
      {!plain && (
        <Button tone="text" onClick={() => onChange({ q: '', from: null, to: null })}>
          {t('orders.list.clear')}
        </Button>
      )}
    </form>
  );
}
