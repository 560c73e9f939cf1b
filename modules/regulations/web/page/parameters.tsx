import type { JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import type { ParameterView } from '../../contract/index.ts';
import type { regulations } from '../client.ts';
import { articleNumber } from './article.ts';

type Source = Awaited<ReturnType<typeof regulations.parameters>>['sources'][number];
const GROUPS = ['tender', 'bond', 'award', 'contract', 'challenge', 'complaint', 'keeping'] as const;

/** The parameters, group by group: the figure first, beside it the event it runs from and the article with its words. */
export function Parameters({ rows, sources }: { rows: readonly ParameterView[]; sources: readonly Source[] }): JSX.Element {
  const { t, both } = useText();
  const columns: readonly Column<ParameterView>[] = [
    { id: 'name', head: t('regulations.column.name'), onPhone: 'head', width: '26%', cell: (row) => <span className="parameter-name">{both(row.name)}</span> },
    { id: 'value', head: t('regulations.column.value'), width: '18%', cell: (row) => <Value row={row} /> },
    { id: 'starts', head: t('regulations.column.starts'), width: '20%', cell: (row) => (row.starts === null ? '—' : row.runs === 'backward' ? t('regulations.backward', { from: both(row.starts) }) : both(row.starts)) },
    { id: 'article', head: t('regulations.column.article'), onPhone: 'bare', cell: (row) => <Article row={row} source={sources.find((one) => one.id === row.value?.source)} /> },
  ];
  return (
    <>
      {GROUPS.map((group) => {
        const inGroup = rows.filter((row) => row.group === group);
        return (
          <section key={group} className="parameter-group" aria-labelledby={`group-${group}`}>
            <SectionHead serif id={`group-${group}`} title={t(`regulations.group.${group}`)} note={t('regulations.count', { count: inGroup.length })} />
            <DataTable caption={t(`regulations.group.${group}`)} columns={columns} rows={inGroup} rowKey={(row) => row.code} />
          </section>
        );
      })}
    </>
  );
}

function Value({ row: { value } }: { row: ParameterView }): JSX.Element {
  const { t } = useText();
  if (value === null) return <span className="quiet">{t('regulations.unknown')}</span>;
  return (
    <span className="parameter-value">
      {t(`regulations.bound.${value.bound}`)} <b>{value.value}</b> {t(`regulations.unit.${value.unit}`)}
    </span>
  );
}

function Article({ row: { value, note }, source }: { row: ParameterView; source: Source | undefined }): JSX.Element | null {
  const { t, both, lang } = useText();
  if (value === null) return null;
  return (
    <details className="parameter-article">
      <summary>
        {source === undefined ? '' : both(source.name)} {lang === 'en' ? t('regulations.article', { number: articleNumber(value.article) }) : value.article}
      </summary>
      <p lang="zh-CN">
        <span className="only-read">{t('regulations.text')}</span>“{value.text}”
      </p>
      {note !== null && <p className="quiet">{both(note)}</p>}
    </details>
  );
}

/** The texts that were read, each with its fingerprint: a later reader can tell which wording it was. */
export function Sources({ sources }: { sources: readonly Source[] }): JSX.Element {
  const { t, both } = useText();
  const columns: readonly Column<Source>[] = [
    { id: 'name', head: t('regulations.source.name'), onPhone: 'head', cell: (row) => both(row.name) },
    { id: 'issued', head: t('regulations.source.issued'), cell: (row) => <span lang="zh-CN">{row.issued}</span> },
    { id: 'since', head: t('regulations.source.since'), width: 120, cell: (row) => row.inForceFrom },
    { id: 'sha', head: t('regulations.source.sha'), width: 150, cell: (row) => <span className="mono" title={row.sha256}>{row.sha256.slice(0, 12)}…</span> },
  ];
  return (
    <section className="parameter-group" aria-labelledby="texts">
      <SectionHead serif id="texts" title={t('regulations.texts')} />
      <DataTable caption={t('regulations.texts')} columns={columns} rows={sources} rowKey={(row) => row.id} />
    </section>
  );
}
