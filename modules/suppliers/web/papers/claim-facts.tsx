import type { JSX, ReactNode } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Icon } from '#web/kit/icon.tsx';
import type { Claim } from '../../contract/shapes.ts';
import { papersWording } from './wording.ts';
import './claim-facts.css';

loadWording(papersWording);

/** What is said of a piece of evidence, and its file with the fingerprint under which the ledger knows it. */
export function ClaimFacts({ city, claim, wrong = [] }: { city: string; claim: Claim; wrong?: readonly string[] }): JSX.Element {
  const { t } = useText();
  const fact = (field: 'number' | 'issuer' | 'issuedOn' | 'validUntil'): ReactNode => (
    <div key={field} className={wrong.includes(field) ? 'claim-wrong' : undefined}>
      <dt>{t(`suppliers.paper.${field}`)}</dt>
      <dd>{claim[field] ?? <span className="quiet">{t(field === 'validUntil' ? 'suppliers.paper.no-end' : 'suppliers.paper.blank')}</span>}</dd>
    </div>
  );
  return (
    <dl className="claim">
      {(['number', 'issuer', 'issuedOn', 'validUntil'] as const).map(fact)}
      <div className="claim-file">
        <dt>{t('suppliers.paper.file')}</dt>
        <dd>
          <a href={`/api/${city}/documents/evidence/${claim.evidenceId}/file`} download>
            <Icon name="file" size={14} /> {claim.file.name}
          </a>
          <span className="mono quiet" title={`${t('suppliers.paper.fingerprint')} ${claim.file.sha256}`}>
            {claim.file.sha256.slice(0, 16)}…
          </span>
        </dd>
      </div>
    </dl>
  );
}
