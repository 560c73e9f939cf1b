import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { StateMark, StateShape } from '#web/kit/state-mark.tsx';
import { Breadcrumb, Facts, PageTitle } from '#web/kit/structure.tsx';
import { instant, legalDay, minute } from '#web/kit/written.ts';
import { statusOf } from '#web/refusal.ts';
import { SUITE_NAMES } from '../../domain/suite.ts';
import { wording } from '../../wording.ts';
import { checkQuery, type Check } from '../client.ts';
import { handOut } from '../keys/download.ts';
import { ComparePdf } from './compare-pdf.tsx';
import { checkWording } from './wording.ts';
import './check.css';

loadWording(checkWording);
loadWording(wording);

/** What a paper's code tells everybody who holds the paper: who signed what, when, and whether it holds. */
export default function CheckPage(): JSX.Element {
  const { t } = useText();
  const { city, code } = useParams({ strict: false }) as { city: string; code: string };
  const query = useQuery(checkQuery(city, code));
  return (
    <div className="wrap check">
      <Breadcrumb crumbs={[{ label: t('signing.check'), to: `/${city}/check` }, { label: <span className="mono">{code}</span> }]} />
      {statusOf(query.error) === 404 ? (
        <>
          <PageTitle title={t('signing.check.unknown')} under={t('signing.check.unknown.text')} />
          <p className="check-other"><LinkButton to={`/${city}/check`}>{t('signing.check.other')}</LinkButton></p>
        </>
      ) : (
        <Loaded query={query} lines={8}>{(found) => <Found found={found} />}</Loaded>
      )}
    </div>
  );
}

function Found({ found }: { found: Check }): JSX.Element {
  const { t, both } = useText();
  const holds = found.faults.length === 0;
  const { key, suite } = found;
  const keyWords = t(`signing.check.key.${key.state}`, { until: legalDay(key.until), at: key.revokedAt === null ? '' : minute(key.revokedAt) });
  return (
    <>
      <PageTitle title={both(found.title)} />
      <div className={holds ? 'check-verdict' : 'check-verdict check-fails'} role="status">
        <StateMark state={holds ? 'ok' : 'refused'} size={22}><b>{t(holds ? 'signing.check.holds' : 'signing.check.fails')}</b></StateMark>
        {holds ? <p>{t('signing.check.holds.text')}</p> : (
          <ul>
            {found.faults.map((fault) => (
              <li key={fault}><StateShape state="refused" size={12} /> {t(`signing.fault.${fault}`)}</li>
            ))}
          </ul>
        )}
        {found.demo && <p className="note">{t('signing.check.demo')}</p>}
      </div>
      <div className="check-columns">
        <Facts
          facts={[
            { name: t('signing.check.signer'), value: <b>{found.signer}</b> },
            { name: t('signing.check.organisation'), value: found.organisation },
            { name: t('signing.check.at'), value: instant(found.at) },
            { name: t('signing.check.key'), value: <><span className="mono">{key.serial}</span> {keyWords}</> },
            { name: t('signing.check.suite'), value: `${SUITE_NAMES[suite].signature} · ${SUITE_NAMES[suite].hash}` },
            { name: t('signing.check.ledger'), value: found.ledger === null || found.ledger.seq === null ? t('signing.check.ledger.waiting') : t('signing.check.ledger.seq', { seq: found.ledger.seq }) },
          ]}
        />
        <div>
          {found.pdfHash !== null && <ComparePdf suite={suite} hash={found.pdfHash} />}
          <h2>{t('signing.check.bundle')}</h2>
          <p className="second">{t('signing.check.bundle.text')}</p>
          <Button icon="download" onClick={() => handOut(`${found.code}.json`, `${JSON.stringify(found.bundle, null, 2)}\n`)}>{t('signing.check.bundle')}</Button>
        </div>
      </div>
      <dl className="check-hashes">
        {found.pdfHash !== null && <div><dt>{t('signing.check.pdf')}</dt><dd className="mono">{found.pdfHash}</dd></div>}
        <div><dt>{t('signing.check.data')}</dt><dd className="mono">{found.dataHash}</dd></div>
        <div><dt>{t('signing.check.city-key')}</dt><dd className="mono">{found.cityKey}</dd></div>
      </dl>
    </>
  );
}
