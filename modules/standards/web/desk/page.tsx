import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo, useRef, useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import type { LimitRow } from '../../contract/limits.ts';
import { deskQuery } from '../client.ts';
import { termsWording } from '../terms/wording.ts';
import { inChinese, nameIn, unitIn } from '../written.ts';
import { csv, saveAs } from './checklist.ts';
import { filtered, nextOpen, NO_FILTERS, sharesOf, standingOf, type Filters } from './desk.ts';
import { FilterRow } from './filters.tsx';
import { LimitTable } from './limit-table.tsx';
import { Decided, Limit } from './panel.tsx';
import { Summary } from './summary.tsx';
import { BLANK, Verdict, type Draft } from './verdict.tsx';
import { deskWording } from './wording.ts';
import '../edition/edition.css';
import './desk.css';

loadWording(termsWording);
loadWording(deskWording);

type Desk = { readonly editionId: string; readonly titleZh: string; readonly titleEn: string; readonly demo: boolean; readonly limits: readonly LimitRow[]; readonly may: { readonly decide: boolean } };

/** Where the city's officer holds each limit against the printed standard; what is not confirmed here gates nothing. */
export default function LimitDeskPage(): JSX.Element {
  const { city } = useParams({ strict: false }) as { city: string };
  return <Loaded query={useQuery(deskQuery(city))} lines={12}>{(desk) => <LimitDesk desk={desk} city={city} />}</Loaded>;
}

function LimitDesk({ desk, city }: { desk: Desk; city: string }): JSX.Element {
  const { t, lang } = useText();
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [opened, setOpened] = useState<string>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [batching, setBatching] = useState(false);
  const [clash, setClash] = useState<string>();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const panel = useRef<HTMLElement>(null);

  // Typing stays quick: the list follows a moment later.
  const asked = useDeferredValue(filters);
  const rows = useMemo(() => filtered(desk.limits, asked), [desk.limits, asked]);
  const shares = useMemo(() => sharesOf(desk.limits), [desk.limits]);
  // What a colleague confirmed meanwhile leaves the selection.
  const checked = useMemo(() => new Set(desk.limits.filter((row) => ticked.has(row.code) && standingOf(row) !== 'confirmed').map((row) => row.code)), [desk.limits, ticked]);
  const current = rows.find((row) => row.code === opened) ?? rows.find((row) => standingOf(row) === 'open') ?? rows[0];
  const mayDecide = desk.may.decide;

  const onFilter = useCallback((change: Partial<Filters>) => setFilters((before) => ({ ...before, ...change })), []);
  const onOpen = useCallback((code: string) => {
    setOpened(code);
    setBatching(false);
    setClash(undefined);
  }, []);
  const onCheck = useCallback((codes: readonly string[], on: boolean) => {
    setTicked((before) => new Set(on ? [...before, ...codes] : [...before].filter((code) => !codes.includes(code))));
  }, []);
  const focusIn = (what: string): void => void setTimeout(() => panel.current?.querySelector<HTMLElement>(what)?.focus());
  const key = batching ? 'batch' : (current?.code ?? '');
  const draft = drafts[key] ?? BLANK;
  const onDraft = (next: Draft): void => setDrafts((before) => ({ ...before, [key]: next }));
  const next = current === undefined ? undefined : nextOpen(rows, current.code);

  return (
    <div className="desk">
      <PageTitle
        size="work"
        title={t('standards.desk.title')}
        beside={desk.demo ? <DemoMark /> : undefined}
        under={t('standards.desk.under', { edition: lang === 'en' ? desk.titleEn : inChinese(desk.titleZh) })}
        acts={
          <>
            <Button icon="download" onClick={() => saveAs(`${city}-limits.csv`, checklist(rows))}>
              {t('standards.desk.export')}
            </Button>
            {mayDecide && (
              <Button disabled={checked.size < 2} onClick={() => (setBatching(true), setClash(undefined), focusIn('[data-first]'))}>
                {t('standards.desk.batch', { count: checked.size })}
              </Button>
            )}
          </>
        }
      />
      <Summary shares={shares} total={desk.limits.length} filters={filters} onFilter={onFilter} />
      <div className="desk-columns">
        <section aria-label={t('standards.desk.table')}>
          <FilterRow filters={filters} onFilter={onFilter} shown={rows.length} total={desk.limits.length} />
          {rows.length === 0 ? (
            <Empty title={t('standards.desk.empty')} act={<Button size="small" onClick={() => setFilters(NO_FILTERS)}>{t('standards.desk.empty.act')}</Button>} />
          ) : (
            <LimitTable rows={rows} current={current?.code ?? ''} checked={checked} mayDecide={mayDecide} onOpen={onOpen} onCheck={onCheck} onEnter={() => focusIn('[data-first], [data-next]')} />
          )}
          <p id="desk-keys" className="note quiet desk-keys">
            {t(mayDecide ? 'standards.desk.keys' : 'standards.desk.keys.read')}
          </p>
        </section>
        <aside id="desk-panel" ref={panel} className="desk-panel" aria-label={t('standards.desk.panel')}>
          {clash !== undefined && <Refusal title={t('standards.desk.refused')}>{clash}</Refusal>}
          {batching && checked.size > 1 ? (
            <>
              <h2>{t('standards.desk.batch', { count: checked.size })}</h2>
              <p className="desk-codes">
                {[...checked].map((code) => (
                  <span key={code} className="code">
                    {code}
                  </span>
                ))}
              </p>
              <Verdict key="batch" city={city} editionId={desk.editionId} codes={[...checked]} draft={draft} onDraft={onDraft} onDone={() => (setTicked(new Set()), setBatching(false), setClash(undefined), onDraft(BLANK))} onClash={setClash}>
                <Recalled count={desk.limits.filter((row) => checked.has(row.code) && row.basis === 'recalled').length} />
              </Verdict>
            </>
          ) : current === undefined ? null : (
            <>
              <Limit row={current} />
              <Decided row={current} demo={desk.demo ? <DemoMark /> : null} />
              {standingOf(current) !== 'confirmed' && (mayDecide ? <Verdict key={current.code} city={city} editionId={desk.editionId} codes={[current.code]} draft={draft} onDraft={onDraft} onDone={() => (setClash(undefined), focusIn('[data-next]'))} onClash={setClash} /> : <p className="note quiet">{t('standards.desk.read-only')}</p>)}
              {mayDecide && standingOf(current) !== 'open' && next !== undefined && (
                <p>
                  <Button tone="primary" data-next="" onClick={() => (onOpen(next.code), focusIn('[data-first]'))}>
                    {t('standards.desk.next', { code: next.code, left: shares.reproduced + shares.recalled })}
                  </Button>
                </p>
              )}
            </>
          )}
        </aside>
      </div>
    </div>
  );

  /** The list as filtered, for checking on paper. */
  function checklist(listed: readonly LimitRow[]): string {
    const head = ['clause', 'indicator', 'kind', 'limits', 'unit', 'method', 'source', 'basis', 'state', 'by', 'at', 'read'].map((column) => t(`standards.${['limits', 'method', 'source'].includes(column) ? 'desk.' : ''}column.${column}`));
    return csv([
      head,
      ...listed.map((row) => [
        row.code, nameIn(lang, row), nameIn(lang, row.kind), row.limits.map((limit) => `${limit.label === 'base' ? '' : `${limit.role === 'star' ? '★'.repeat(Number(limit.label)) : limit.label}: `}${limit.text}`).join('; '), unitIn(lang, row.unit),
        row.testMethod, row.sourceStandard, t(`standards.tag.${row.basis}`), t(`standards.state.${standingOf(row)}`), row.decision?.by ?? '', row.decision?.at ?? '', [row.decision?.clause, row.decision?.page].filter((one) => one != null).join(' / '),
      ]),
    ]);
  }
}

/** A figure from memory must first be found in print. */
function Recalled({ count }: { count: number }): JSX.Element | null {
  const { t } = useText();
  return count === 0 ? null : <p className="desk-decided desk-decided-withheld">{t('standards.desk.recalled', { count })}</p>;
}
