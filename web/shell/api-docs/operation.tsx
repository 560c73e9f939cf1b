import { useState, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { curlOf, formOf, inLanguage, insideOf, refusalsOf, type Described, type Entry, type Schema } from './described.ts';

/** One operation: a line that says what it does, and behind it everything a caller needs to know. */
export function OperationEntry({ entry, described }: { entry: Entry; described: Described }): JSX.Element {
  const { lang } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="api-docs-entry" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={`mono api-docs-method api-docs-${entry.method.toLowerCase()}`}>{entry.method}</span>
        <span className="mono api-docs-path">{entry.path}</span>
        <span className="api-docs-summary">{inLanguage(entry.operation.summary, lang)}</span>
      </summary>
      {open && <Inside entry={entry} described={described} />}
    </details>
  );
}

function Inside({ entry, described }: { entry: Entry; described: Described }): JSX.Element {
  const { t, lang, both } = useText();
  const { operation } = entry;
  const { schemas } = described.components;
  const who = operation['x-who'];
  const body = operation.requestBody?.content['application/json']?.schema;
  const [type, answer] = Object.entries(operation.responses['200']?.content ?? {})[0] ?? [];
  const refusals = refusalsOf(operation, described);
  return (
    <div className="api-docs-inside">
      <dl className="api-docs-facts">
        <dt>{t('api-docs.who')}</dt>
        <dd>
          {typeof who === 'string' ? t(`api-docs.who.${who}`) : who.map((role) => both(described['x-roles'][role] ?? { 'zh-CN': role, en: role })).join(lang === 'en' ? ', ' : '、')}
          {operation['x-reach'] !== undefined && <span className="quiet"> {t(`api-docs.reach.${operation['x-reach']}`)}</span>}
        </dd>
        <dt>{t('api-docs.name')}</dt>
        <dd className="mono">{operation.operationId}</dd>
      </dl>
      {(operation.parameters ?? []).length > 0 && (
        <>
          <h3>{t('api-docs.parameters')}</h3>
          <ul className="api-docs-fields">
            {operation.parameters!.map((one) => (
              <li key={`${one.in} ${one.name}`}>
                <span className="mono">{one.name}</span>
                {one.required !== true && <span className="quiet"> {t('api-docs.optional')}</span>} <span className="quiet">{t(`api-docs.in.${one.in}`)}</span> <span className="mono second">{formOf(one.schema)}</span>
                {one.description !== undefined && <span className="second"> {inLanguage(one.description, lang)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {body !== undefined && (
        <>
          <h3>{t('api-docs.body')}</h3>
          <Fields schema={body} schemas={schemas} />
        </>
      )}
      <h3>{t('api-docs.answer')}</h3>
      {type === 'application/json' && answer?.schema !== undefined ? <Fields schema={answer.schema} schemas={schemas} /> : <p className="mono">{type}</p>}
      <h3>{t('api-docs.example')}</h3>
      <pre className="mono">{curlOf(entry, schemas, location.origin)}</pre>
      <h3>{t('api-docs.refusals')}</h3>
      <ul className="api-docs-fields">
        {refusals.map(({ status, code, text }) => (
          <li key={`${status} ${code}`}>
            <span className="mono">{status} {code}</span>
            {text !== undefined && <span className="second"> {both(text)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The fields of a schema, one line each, what lies inside indented below. */
function Fields({ schema, schemas, deep = 0 }: { schema: Schema; schemas: Described['components']['schemas']; deep?: number }): JSX.Element {
  const { t } = useText();
  const inside = insideOf(schema, schemas);
  if (inside?.properties === undefined || deep > 6) return <p className="mono second">{formOf(schema)}</p>;
  return (
    <ul className="api-docs-fields">
      {Object.entries(inside.properties).map(([name, one]) => (
        <li key={name}>
          <span className="mono">{name}</span>
          {inside.required?.includes(name) !== true && <span className="quiet"> {t('api-docs.optional')}</span>} <span className="mono second">{formOf(one)}</span>
          {insideOf(one, schemas) !== undefined && <Fields schema={one} schemas={schemas} deep={deep + 1} />}
        </li>
      ))}
    </ul>
  );
}
