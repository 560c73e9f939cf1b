import type { JSX } from 'react';
import { hasWording, useText } from '#web/i18n.ts';
import { Refusal } from '#web/kit/refusal.tsx';
import { Facts, SectionHead } from '#web/kit/structure.tsx';
import { DataTable } from '#web/kit/table.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { StateShape } from '#web/kit/state-mark.tsx';
import { legalDay, minute } from '#web/kit/written.ts';
import type { Evidence } from './client.ts';
import { Expiry } from './marks.tsx';

const size = (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

/** What was typed about the paper: the part that is held against the picture beside it. */
export function PaperFacts({ evidence }: { evidence: Evidence }): JSX.Element {
  const { t } = useText();
  const unknown = <span className="quiet">{t('documents.unknown')}</span>;
  return (
    <Facts
      facts={[
        { name: t('documents.fact.number'), value: evidence.number ?? <span className="quiet">{t('documents.number.none')}</span> },
        { name: t('documents.column.issuer'), value: evidence.issuer ?? unknown },
        { name: t('documents.column.issued'), value: evidence.issuedOn ?? unknown },
        { name: t('documents.column.until'), value: <Expiry evidence={evidence} /> },
        { name: t('documents.column.holder'), value: <>{evidence.holder.name} {evidence.holder.demo && <DemoMark />}</> },
        { name: t('documents.column.submitted'), value: <time dateTime={evidence.submittedAt}>{minute(evidence.submittedAt)}</time> },
        { name: t('documents.fact.file'), value: `${evidence.file.kind.toUpperCase()}, ${size(evidence.file.bytes)}` },
        { name: t('documents.fact.hash'), value: <span className="mono" title={t('documents.fact.hash.long')}>{evidence.file.sha256}</span> },
      ]}
    />
  );
}

export function StatedValues({ evidence }: { evidence: Evidence }): JSX.Element | null {
  const { t } = useText();
  if (evidence.values.length === 0) return null;
  return (
    <section>
      <SectionHead title={t('documents.values')} />
      <DataTable
        dense
        caption={t('documents.values')}
        rows={evidence.values.map((value, place) => ({ ...value, place }))}
        rowKey={(row) => String(row.place)}
        columns={[
          { id: 'code', head: t('documents.values.code'), cell: (row) => row.indicatorCode ?? '—' },
          { id: 'printed', head: t('documents.values.printed'), figures: true, cell: (row) => row.printed },
          { id: 'unit', head: t('documents.values.unit'), cell: (row) => row.unit ?? '—' },
        ]}
      />
    </section>
  );
}

/** Where it serves: the centre is shown its own city's uses, the holder all. */
export function Uses({ evidence }: { evidence: Evidence }): JSX.Element {
  const { t, lang } = useText();
  const purpose = (of: string): string => t(hasWording(`documents.purpose.${of}`) ? `documents.purpose.${of}` : 'documents.purpose.other');
  return (
    <section>
      <SectionHead title={t('documents.used')} />
      {evidence.uses.length === 0 ? (
        <p className="second note">{t('documents.used.none')}</p>
      ) : (
        <Facts
          facts={evidence.uses.map((use) => ({
            name: t('documents.used.at', { city: lang === 'en' ? use.city.nameEn : use.city.nameZh, purpose: purpose(use.purpose) }),
            value: <>{t('documents.used.when')} <time dateTime={use.usedAt}>{legalDay(use.usedAt)}</time></>,
          }))}
        />
      )}
    </section>
  );
}

/** By whom and when it was confirmed or refused, and why. */
export function Decided({ evidence, as }: { evidence: Evidence; as: 'holder' | 'centre' }): JSX.Element | null {
  const { t } = useText();
  const { decision } = evidence;
  if (decision === null) return null;
  const said = t(decision.reason === null ? 'documents.decided.confirmed' : 'documents.decided.refused', { organisation: decision.organisationName, at: minute(decision.at) });
  if (decision.reason === null) {
    return (
      <p className="evidence-decided">
        <StateShape state="ok" />
        {said}
      </p>
    );
  }
  return (
    <Refusal title={said} facts={[{ name: t('documents.decided.reason'), value: <span className="evidence-reason">{decision.reason}</span> }]}>
      {as === 'holder' && t('documents.decided.next')}
    </Refusal>
  );
}
