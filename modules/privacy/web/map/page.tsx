import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import type { ColumnView } from '../../contract/index.ts';
import { mapQuery } from '../client.ts';
import { privacyWording } from '../wording.ts';
import './map.css';

loadWording(privacyWording);

/** Who keeps what of people, why, and how long: the data map as it is, for everybody. */
export default function MapPage(): JSX.Element {
  const { t } = useText();
  const map = useQuery(mapQuery);
  return (
    <div className="wrap privacy-map">
      <PageTitle title={t('privacy.map.title')} under={t('privacy.map.under')} />
      <Loaded query={map} lines={12}>
        {({ modules, columns, plainColumns, terms }) => (
          <>
            <dl className="privacy-state">
              <div><dt>{t('privacy.map.columns')}</dt><dd><b>{columns}</b></dd></div>
              <div><dt>{t('privacy.map.plain')}</dt><dd>{plainColumns}</dd></div>
              <div><dt>{t('privacy.map.terms')}</dt><dd>{t('privacy.map.terms.text', { years: terms.purchaseYears, months: terms.logMonths })}</dd></div>
            </dl>
            <p className="privacy-rights"><b>{t('privacy.map.rights')}</b> {t('privacy.map.rights.text')}</p>
            {modules.map(({ module, columns: rows }) => <ModuleTable key={module} module={module} rows={rows} />)}
          </>
        )}
      </Loaded>
    </div>
  );
}

function ModuleTable({ module, rows }: { module: string; rows: readonly ColumnView[] }): JSX.Element {
  const { t, both } = useText();
  const columns: readonly Column<ColumnView>[] = [
    { id: 'what', head: t('privacy.map.what'), onPhone: 'head', width: '26%', cell: (row) => both(row.is) },
    { id: 'class', head: t('privacy.map.class'), width: '14%', cell: (row) => t(`privacy.class.${row.class}`) },
    { id: 'ground', head: t('privacy.map.ground'), width: '20%', cell: (row) => <>{t(`privacy.ground.${row.ground}`)}<small lang="zh-CN">{row.basis}</small></> },
    { id: 'keep', head: t('privacy.map.keep'), width: '22%', cell: (row) => <>{t(`privacy.keep.${row.keep}`)}<small lang={row.dated ? 'zh-CN' : undefined}>{row.dated ? row.keepBasis : t('privacy.map.undated')}</small></> },
    { id: 'end', head: t('privacy.map.end'), cell: (row) => t(`privacy.erase.${row.erase}`) },
  ];
  return (
    <section className="privacy-module" aria-labelledby={`module-${module}`}>
      <SectionHead serif id={`module-${module}`} title={t(`privacy.module.${module}`)} note={t('privacy.map.count', { count: rows.length })} />
      <DataTable dense caption={t(`privacy.module.${module}`)} columns={columns} rows={rows} rowKey={(row) => `${row.table}.${row.column}`} />
    </section>
  );
}
