import { useQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { API } from '#web/http.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Empty } from '#web/kit/empty.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { byModule, type Described } from './described.ts';
import { OperationEntry } from './operation.tsx';
import { apiDocsWording } from './wording.ts';
import './page.css';

loadWording(apiDocsWording);

/** The whole interface, drawn from its own description: nothing on this page is written by hand. */
export default function ApiDocsPage(): JSX.Element {
  const { t } = useText();
  const described = useQuery({ queryKey: ['api-docs'], staleTime: Infinity, queryFn: async (): Promise<Described> => (await fetch(`${API}/openapi.json`)).json() as Promise<Described> });
  return (
    <div className="wrap api-docs">
      <PageTitle title={t('api-docs.title')} under={t('api-docs.under')} />
      <p className="second api-docs-rules">{t('api-docs.rules')} <a href={`${API}/openapi.json`}>OpenAPI 3.1</a></p>
      <Loaded query={described}>{(data) => <Modules described={data} />}</Loaded>
    </div>
  );
}

function Modules({ described }: { described: Described }): JSX.Element {
  const { t } = useText();
  const [searched, search] = useState('');
  const groups = byModule(described, searched);
  const count = groups.reduce((sum, [, entries]) => sum + entries.length, 0);
  return (
    <>
      <div className="api-docs-search">
        <FormField label={t('api-docs.search')} hint={t('api-docs.found', { count })}>
          <TextInput value={searched} onChange={(event) => search(event.target.value)} />
        </FormField>
      </div>
      {groups.length === 0 && <Empty title={t('api-docs.none')}>{t('api-docs.none.text')}</Empty>}
      {groups.map(([module, entries]) => (
        <section key={module}>
          <SectionHead title={<span className="mono api-docs-module">{module}</span>} note={t('api-docs.count', { count: entries.length })} />
          {entries.map((entry) => <OperationEntry key={`${entry.method} ${entry.path}`} entry={entry} described={described} />)}
        </section>
      ))}
    </>
  );
}
