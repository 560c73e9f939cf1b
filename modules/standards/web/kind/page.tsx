import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Breadcrumb } from '#web/kit/structure.tsx';
import { DemoMark, Tag } from '#web/kit/tag.tsx';
import { useCity } from '#web/shell/city.ts';
import { pagePath } from '#web/shell/found.ts';
import { useTitle } from '#web/shell/title.ts';
import type { KindView } from '../../contract/reading.ts';
import { kindQuery } from '../client.ts';
import { Confirmed } from '../edition/confirmed.tsx';
import { State } from '../edition/state.tsx';
import { termsWording } from '../terms/wording.ts';
import { editionWording } from '../wording.ts';
import { inChinese, nameIn } from '../written.ts';
import { Evidence, Judging, Notes, References, Supersession } from './clauses.tsx';
import { Indicators } from './indicators.tsx';
import { KindList } from './kind-list.tsx';
import { kindWording } from './wording.ts';
import '../edition/edition.css';
import './kind.css';

loadWording(editionWording);
loadWording(termsWording);
loadWording(kindWording);

/** One kind of material as a sheet of the standard: its references, its indicators drawn with their limits, its evidence and how it is judged. */
export default function KindPage(): JSX.Element {
  const { city, kind } = useParams({ strict: false }) as { city: string; kind: string };
  const answer = useQuery(kindQuery(city, kind.toUpperCase()));
  return (
    <div className="wrap kind-page">
      <KindList city={city} category={answer.data?.category.code ?? ''} kind={kind} />
      <article>
        <Loaded query={answer} lines={12}>
          {(one) => <Kind kind={one} city={city} />}
        </Loaded>
      </article>
    </div>
  );
}

function Kind({ kind, city }: { kind: KindView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const demo = useCity()?.demo === true;
  const name = nameIn(lang, kind);
  useTitle(`${kind.code} ${name}`);
  const museum = pagePath('museum', city);
  const confirmed = kind.indicators.filter((one) => one.confirmation !== null).length;
  const gate = kind.indicators.some((one) => one.gates && one.confirmation !== null);
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('standards.title'), to: `/${city}/standards` }, { label: nameIn(lang, kind.category), to: `/${city}/standards` }, { label: kind.code }]} />
      <h1 className="kind-title">{name}</h1>
      <p className="second">
        {t('standards.kind.of', { edition: lang === 'en' ? kind.editionTitleEn : inChinese(kind.editionTitleZh), code: kind.code })}
        {kind.huzhouSpecialty && (
          <>
            {' '}
            <Tag tone="green">{t('standards.specialty')}</Tag>
          </>
        )}
        {demo && (
          <>
            {' '}
            <DemoMark />
          </>
        )}
      </p>
      <div className="kind-state">
        <dl className="state-line">
          <State status={kind.editionStatus} />
          <div>
            <dt>{t('standards.effective')}</dt>
            <dd>{kind.effectiveFrom}</dd>
          </div>
          <div>
            <dt>{t('standards.confirmed')}</dt>
            <dd>
              <Confirmed confirmed={confirmed} of={kind.indicators.length} />
            </dd>
          </div>
        </dl>
        <div className="kind-acts no-print">
          <LinkButton icon="download" href={`/api/${city}/standards/kinds/${kind.code}`} download={`${city}-${kind.code}.json`}>
            {t('standards.json')}
          </LinkButton>
          <Button icon="print" onClick={() => print()}>
            {t('standards.print')}
          </Button>
          {museum !== undefined && (
            <Link to={museum} search={{ kind: kind.code } as never} className="button button-primary button-normal">
              {t('standards.kind.museum')}
            </Link>
          )}
        </div>
      </div>
      {!gate && <p className="kind-closed">{t(confirmed === 0 ? 'standards.kind.none-confirmed' : 'standards.kind.no-gate')}</p>}
      <References kind={kind} />
      <Indicators kind={kind} demo={demo} />
      <Evidence kind={kind} />
      <Judging kind={kind} />
      {kind.supersession.length > 0 && <Supersession kind={kind} />}
      <Notes kind={kind} />
    </>
  );
}
