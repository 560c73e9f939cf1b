import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { useCity } from '#web/shell/city.ts';
import type { EditionView } from '../../contract/reading.ts';
import { editionQuery } from '../client.ts';
import { editionWording } from '../wording.ts';
import { inChinese, nameIn } from '../written.ts';
import { Confirmed } from './confirmed.tsx';
import { FindBox, FoundList } from './find-box.tsx';
import { find } from './find.ts';
import { State } from './state.tsx';
import './edition.css';

loadWording(editionWording);

/** The city's edition in force: what it is, how far it is confirmed, and the way to each kind. */
export default function EditionPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const answer = useQuery(editionQuery(city));
  return (
    <div className="wrap edition-page">
      <Loaded query={answer} lines={10}>
        {({ edition }) =>
          edition === null ? (
            <>
              <PageTitle title={t('standards.title')} />
              <Empty title={t('standards.none')}>{t('standards.none.text')}</Empty>
            </>
          ) : (
            <Edition edition={edition} city={city} />
          )
        }
      </Loaded>
    </div>
  );
}

function Edition({ edition, city }: { edition: EditionView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const place = useCity();
  const { asked, ask } = useAsked();
  const kinds = edition.categories.reduce((sum, category) => sum + category.kinds.length, 0);
  const disclaimer = lang === 'en' ? edition.disclaimerEn : edition.disclaimerZh;
  return (
    <>
      <PageTitle
        title={t('standards.title')}
        beside={place?.demo === true ? <DemoMark /> : undefined}
        under={lang === 'en' ? edition.titleEn : inChinese(edition.titleZh)}
        acts={
          <>
            <LinkButton icon="download" href={`/api/${city}/standards`} download={`${city}-standards.json`}>
              {t('standards.json')}
            </LinkButton>
            <Button icon="print" onClick={() => print()}>
              {t('standards.print')}
            </Button>
          </>
        }
      />
      <dl className="state-line">
        <State status={edition.status} />
        <div>
          <dt>{t('standards.effective')}</dt>
          <dd>{edition.effectiveFrom}</dd>
        </div>
        <div>
          <dt>{t('standards.extent')}</dt>
          <dd>{t('standards.extent.text', { kinds, indicators: edition.indicators })}</dd>
        </div>
        <div>
          <dt>{t('standards.confirmed')}</dt>
          <dd>
            <b>{edition.confirmed}</b> / {edition.indicators}
          </dd>
        </div>
      </dl>
      <details className="disclaimer">
        <summary>{t(edition.status === 'draft' ? 'standards.disclaimer.draft' : 'standards.disclaimer')}</summary>
        <p>{disclaimer}</p>
      </details>
      <div className="edition-find no-print">
        <FindBox large asked={asked} onAsk={ask} />
      </div>
      {asked.trim() !== '' ? (
        <FoundList found={find(edition, asked)} city={city} />
      ) : (
        edition.categories.map((category) => (
          <section key={category.code} className="category" aria-labelledby={category.code}>
            <SectionHead serif id={category.code} title={nameIn(lang, category)} note={t('standards.kinds', { count: category.kinds.length })} right={<span className="quiet">{t('standards.column.confirmed')}</span>} />
            <ul className="kinds">
              {category.kinds.map((kind) => (
                <li key={kind.code}>
                  <Link to={`/${city}/standards/${kind.code}`} className="kind-entry">
                    <span className="code">{kind.code}</span>
                    <span>{nameIn(lang, kind)}</span>
                    <Confirmed confirmed={kind.confirmed} of={kind.indicators} />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </>
  );
}

/** What is asked stands in the address too: a search can be passed on and come back to. The box itself never waits for the router. */
function useAsked(): { asked: string; ask: (asked: string) => void } {
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false }) as { q?: unknown };
  const [asked, setAsked] = useState(q === undefined ? '' : String(q));
  const ask = (next: string): void => {
    setAsked(next);
    void navigate({ to: '.', search: ((before: object) => ({ ...before, q: next.trim() === '' ? undefined : next })) as never, replace: true, resetScroll: false });
  };
  return { asked, ask };
}
