import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Loaded } from '#web/kit/loaded.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { Breadcrumb, Facts, PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { Timeline, type Moment } from '#web/kit/timeline.tsx';
import { minute } from '#web/kit/written.ts';
import { useTitle } from '#web/shell/title.ts';
import type { UnderReview } from '../../contract/review.ts';
import { creditCodeFault } from '../../domain/credit-code.ts';
import { reviewQuery } from '../client.ts';
import { SIGN_FOR_CENTRE } from '../status.ts';
import { suppliersWording } from '../wording.ts';
import { Decide } from './decide.tsx';
import { Originals } from './originals.tsx';
import { Piece } from './piece.tsx';
import type { Said } from './said.ts';
import { deskWording } from './wording.ts';
import './desk.css';

loadWording(suppliersWording);
loadWording(deskWording);

/** One application: what is stated, the originals beside it, the result of each comparison, and the decision on all of it. */
export default function ReviewPage(): JSX.Element {
  const { city, admission } = useParams({ strict: false }) as { city: string; admission: string };
  const answer = useQuery(reviewQuery(city, admission));
  // A new submission is a new comparison: nothing said of the earlier one stays.
  return <Loaded query={answer} lines={10}>{(case_) => <Review key={`${case_.admission.id} ${case_.admission.round} ${case_.admission.status}`} case_={case_} city={city} />}</Loaded>;
}

function Review({ case_, city }: { case_: UnderReview; city: string }): JSX.Element {
  const { t } = useText();
  const { supplier, admission, requirements, may } = case_;
  const [said, setSaid] = useState<Said>({});
  const [shown, show] = useState(requirements[0]?.evidence);
  useTitle(supplier.name);
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('suppliers.review.crumb'), to: `/${city}/work/admissions` }, { label: supplier.name }]} />
      <PageTitle
        size="work" title={supplier.name}
        beside={<>{supplier.demo && <DemoMark />}<StateMark state={SIGN_FOR_CENTRE[admission.status]}>{t(`suppliers.review.status.${admission.status}`)}</StateMark></>}
        under={t('suppliers.review.under', { kind: supplier.kind, round: admission.round, since: minute(admission.since) })}
      />
      {case_.mayNotBecause !== null && (
        <section className="work-section">
          <Refusal kind="closed" title={t('suppliers.review.own')}>
            {t('suppliers.review.own.text')}
          </Refusal>
        </section>
      )}
      <div className="review-columns work-section">
        <Originals city={city} requirements={requirements} shown={shown} onShow={show} />
        <div>
          <Stated case_={case_} />
          {requirements.map((requirement, at) => (
            <Piece
              key={requirement.evidence} city={city} number={at + 1} requirement={requirement} shown={requirement.evidence === shown} onShow={() => show(requirement.evidence)}
              open={may.decide} said={said[requirement.evidence]} onSay={(one) => setSaid({ ...said, [requirement.evidence]: one })}
            />
          ))}
          {may.decide && <Decide city={city} case_={case_} said={said} />}
          <History case_={case_} />
          <Sources case_={case_} />
        </div>
      </div>
    </>
  );
}

function Stated({ case_: { supplier } }: { case_: UnderReview }): JSX.Element {
  const { t } = useText();
  const sound = creditCodeFault(supplier.creditCode) === null;
  return (
    <section>
      <SectionHead title={t('suppliers.review.claim')} note={t('suppliers.review.claim.note')} />
      <Facts
        facts={[
          { name: t('suppliers.review.name'), value: supplier.name },
          { name: t('suppliers.review.code'), value: <>{supplier.creditCode}<br /><StateMark state={sound ? 'ok' : 'info'} size={12}>{t(sound ? 'suppliers.review.code.good' : 'suppliers.review.code.invented')}</StateMark></> },
          { name: t('suppliers.review.address'), value: supplier.address },
          { name: t('suppliers.review.contact'), value: `${supplier.contactName} ${supplier.phone}` },
        ]}
      />
    </section>
  );
}

function History({ case_: { rounds } }: { case_: UnderReview }): JSX.Element {
  const { t } = useText();
  const moments = rounds.flatMap(({ round, submittedAt, decision }): Moment[] => [
    { state: decision === null ? 'now' : 'done', when: minute(submittedAt), what: t('suppliers.review.history.submitted', { round }) },
    ...(decision === null ? [] : [{ state: 'done' as const, when: minute(decision.at), what: t('suppliers.review.history.decided', { decision: decision.decision, by: decision.by ?? '' }), ...(decision.reasons === '' ? {} : { rule: decision.reasons }) }]),
  ]);
  return (
    <section>
      <SectionHead title={t('suppliers.review.history')} />
      <Timeline upright label={t('suppliers.review.history')} moments={moments} />
    </section>
  );
}

function Sources({ case_: { ruleSet } }: { case_: UnderReview }): JSX.Element {
  const { t, both } = useText();
  return (
    <section>
      <SectionHead title={t('suppliers.review.sources')} />
      <ul className="review-sources">
        {ruleSet.sources.map((source) => (
          <li key={source['zh-CN']}>{both(source)}</li>
        ))}
      </ul>
    </section>
  );
}
