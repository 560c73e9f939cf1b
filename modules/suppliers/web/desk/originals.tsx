import type { JSX } from 'react';
import { FileView } from '#modules/documents/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Empty } from '#web/kit/empty.tsx';
import { Tabs } from '#web/kit/tabs.tsx';
import type { Requirement } from '../../contract/shapes.ts';
import type { AdmissionEvidence } from '../../domain/model.ts';

/** The originals, one at a time, beside what is stated of them: the one whose comparison the reviewer is at. */
export function Originals({ city, requirements, shown, onShow }: { city: string; requirements: readonly Requirement[]; shown: AdmissionEvidence | undefined; onShow: (evidence: AdmissionEvidence) => void }): JSX.Element {
  const { t } = useText();
  const claim = requirements.find((one) => one.evidence === shown)?.claim ?? null;
  return (
    <div className="originals">
      <Tabs
        tabs={requirements.map(({ evidence }, at) => ({ id: evidence, label: <><span className="piece-number">{at + 1}</span>{t(`suppliers.evidence.${evidence}`)}</> }))}
        current={shown ?? ''} label={t('suppliers.review.originals')} panel="original" onChange={(id) => onShow(id as AdmissionEvidence)}
      />
      <div id="original" role="tabpanel" aria-label={t(`suppliers.evidence.${shown}`)}>
        {claim === null ? <Empty title={t('suppliers.review.original.none')} /> : <FileView key={claim.evidenceId} city={city} evidence={{ id: claim.evidenceId, file: claim.file }} />}
      </div>
    </div>
  );
}
