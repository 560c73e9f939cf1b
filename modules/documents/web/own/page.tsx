import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useTitle } from '#web/shell/title.ts';
import { useSubmit } from '#web/submit.ts';
import { documents, DOCUMENTS, mineQuery, type Evidence } from '../client.ts';
import { FileView } from '../file-view.tsx';
import { EvidenceState, useKindName } from '../marks.tsx';
import { Decided, PaperFacts, StatedValues, Uses } from '../record.tsx';
import { documentsWording } from '../wording.ts';
import '../evidence.css';

loadWording(documentsWording);

/** One piece of the supplier's own evidence: its file, its record, who confirmed it, where it serves. */
export default function OwnEvidencePage(): JSX.Element {
  const { city, evidence } = useParams({ strict: false }) as { city: string; evidence: string };
  return <Loaded query={useQuery(mineQuery(evidence))} lines={10}>{(one) => <Own evidence={one} city={city} />}</Loaded>;
}

function Own({ evidence, city }: { evidence: Evidence; city: string }): JSX.Element {
  const { t } = useText();
  const name = useKindName()(evidence.kind);
  const [asking, setAsking] = useState(false);
  useTitle(`${name} ${evidence.number ?? ''}`.trim());
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('documents.mine.back'), to: `/${city}/work/evidence` }, { label: name }]} />
      <PageTitle
        size="work"
        title={name}
        beside={<EvidenceState evidence={evidence} as="holder" />}
        under={evidence.number ?? t('documents.number.none')}
        acts={evidence.may.withdraw && !asking ? <Button onClick={() => setAsking(true)}>{t('documents.withdraw')}</Button> : undefined}
      />
      {asking && evidence.may.withdraw && <Withdraw evidence={evidence} onClose={() => setAsking(false)} />}
      <div className="evidence-beside">
        <FileView city={city} evidence={evidence} />
        <div className="evidence-record">
          <Decided evidence={evidence} as="holder" />
          <PaperFacts evidence={evidence} />
          <StatedValues evidence={evidence} />
          <Uses evidence={evidence} />
        </div>
      </div>
    </>
  );
}

/** Asked once more in the page itself: it cannot be undone, and products may leave the shelf. */
function Withdraw({ evidence, onClose }: { evidence: Evidence; onClose: () => void }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('documents');
  const withdraw = useSubmit((id: string, key) => documents.withdrawEvidence({ evidence: id }, { context: { key } }), [DOCUMENTS]);
  return (
    <section className="work-section">
      <Refusal
        kind="attention"
        title={t('documents.withdraw.ask')}
        acts={
          <>
            <Button tone="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate(evidence.id, { onSuccess: () => (onClose(), say(t('documents.withdrawn.said'))) })}>
              {t('documents.withdraw.sure')}
            </Button>
            <Button tone="text" onClick={onClose}>{t('documents.cancel')}</Button>
          </>
        }
      >
        {refusal(withdraw.error)?.text ?? t('documents.withdraw.text')}
      </Refusal>
    </section>
  );
}
