import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { useTitle } from '#web/shell/title.ts';
import { deskListQuery, deskQuery, type Evidence } from '../client.ts';
import { FileView } from '../file-view.tsx';
import { EvidenceState, useKindName } from '../marks.tsx';
import { Decided, PaperFacts, StatedValues, Uses } from '../record.tsx';
import { documentsWording } from '../wording.ts';
import { Decide } from './decide.tsx';
import '../evidence.css';

loadWording(documentsWording);

/** The paper beside its record: the centre's reviewer holds one against the other and decides. */
export default function CheckEvidencePage(): JSX.Element {
  const { city, evidence } = useParams({ strict: false }) as { city: string; evidence: string };
  return <Loaded query={useQuery(deskQuery(city, evidence))} lines={10}>{(one) => <Check key={one.id} evidence={one} city={city} />}</Loaded>;
}

function Check({ evidence, city }: { evidence: Evidence; city: string }): JSX.Element {
  const { t } = useText();
  const name = useKindName()(evidence.kind);
  const desk = `/${city}/work/evidence-desk`;
  useTitle(`${name} ${evidence.number ?? ''}`.trim());
  // The queue is worked through from one paper to the next without the list between.
  const { data: queue } = useQuery(deskListQuery(city, { state: 'submitted', size: 2 }));
  const following = queue?.rows.find((one) => one.id !== evidence.id);
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('documents.desk.back'), to: desk }, { label: name }]} />
      <PageTitle
        size="work"
        title={name}
        beside={<EvidenceState evidence={evidence} as="centre" />}
        under={<>{evidence.holder.name} {evidence.holder.demo && <DemoMark />}</>}
        acts={following !== undefined && !evidence.may.confirm ? <LinkButton to={`${desk}/${following.id}`} tone="primary">{t('documents.desk.next', { waiting: queue?.waiting ?? 0 })}</LinkButton> : undefined}
      />
      <div className="evidence-beside">
        <FileView city={city} evidence={evidence} />
        <div className="evidence-record">
          <Decided evidence={evidence} as="centre" />
          <PaperFacts evidence={evidence} />
          <StatedValues evidence={evidence} />
          {(evidence.may.confirm || evidence.may.refuse) && <Decide evidence={evidence} city={city} />}
          <Uses evidence={evidence} />
        </div>
      </div>
    </>
  );
}
