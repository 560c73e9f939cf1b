import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button, LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { Facts, PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { Timeline, type Moment } from '#web/kit/timeline.tsx';
import { minute } from '#web/kit/written.ts';
import { statusOf, useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import type { OwnAdmission } from '../../contract/admission.ts';
import { ownAdmissionQuery, suppliers, suppliersKey } from '../client.ts';
import { SIGN_FOR_SUPPLIER } from '../status.ts';
import { suppliersWording } from '../wording.ts';
import { Paper } from './paper.tsx';
import { admissionWording } from './wording.ts';
import './admission.css';

loadWording(suppliersWording);
loadWording(admissionWording);

/** A supplier's own application in this city: where it stands, what is missing field by field, and the next act. */
export default function AdmissionPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const answer = useQuery(ownAdmissionQuery(city));
  if (answer.isError && statusOf(answer.error) === 404) {
    return (
      <>
        <PageTitle size="work" title={t('suppliers.admission.title')} />
        <Empty title={t('suppliers.admission.not-supplier')} act={<LinkButton to={`/${city}/join`}>{t('suppliers.admission.not-supplier.act')}</LinkButton>}>
          {t('suppliers.admission.not-supplier.text')}
        </Empty>
      </>
    );
  }
  return <Loaded query={answer} lines={8}>{(own) => <Admission own={own} city={city} />}</Loaded>;
}

function Admission({ own, city }: { own: OwnAdmission; city: string }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('suppliers');
  const submit = useSubmit((round: number, key) => suppliers.submit({ city, round }, { context: { key } }), [suppliersKey(city)]);
  const status = own.admission?.status ?? 'none';
  const missing = own.requirements.filter((one) => one.gaps.length > 0).length;
  const last = own.rounds.findLast((round) => round.decision !== null)?.decision;
  const withUs = own.may.attach || own.may.submit;
  const act = (status === 'draft' || status === 'returned') && (
    <Button tone="primary" busy={submit.isPending} {...(own.may.submit ? {} : { reason: t('suppliers.admission.missing', { missing }) })} onClick={() => submit.mutate(own.admission?.round ?? 0, { onSuccess: () => say(t('suppliers.admission.submitted')) })}>
      {t(status === 'returned' ? 'suppliers.admission.resubmit' : 'suppliers.admission.submit')}
    </Button>
  );
  return (
    <>
      <PageTitle
        size="work" title={t('suppliers.admission.title')}
        beside={<StateMark state={status === 'none' ? 'todo' : SIGN_FOR_SUPPLIER[status]}>{t(`suppliers.admission.status.${status}`)}</StateMark>}
        under={t(`suppliers.admission.next.${status}`, { missing })} acts={act || undefined}
      />
      {submit.error !== null && <section className="work-section"><Refusal title={t('suppliers.admission.submit.refused')}>{refusal(submit.error)?.text}</Refusal></section>}
      <Held own={own} />
      {last !== null && last !== undefined && last.decision !== 'admit' && status !== 'submitted' && (
        <section className="work-section">
          <Refusal kind={last.decision === 'refuse' ? 'refused' : 'attention'} title={t(`suppliers.admission.decision.${last.decision}`)}>
            <p className="admission-reasons">{last.reasons}</p>
          </Refusal>
        </section>
      )}
      <div className="work-columns work-section">
        <div>
          <SectionHead title={t('suppliers.admission.papers')} note={t('suppliers.admission.papers.note', { kind: own.supplier.kind, count: own.requirements.length })} />
          {own.requirements.map((one) => (
            <Paper key={one.evidence} city={city} requirement={one} reusable={own.reusable.filter((piece) => piece.kind === one.evidence)} open={withUs && own.may.attach} next={one === own.requirements.find((other) => other.gaps.length > 0)} />
          ))}
        </div>
        <div className="admission-side">
          <History own={own} />
          <Organisation own={own} />
        </div>
      </div>
    </>
  );
}

/** Why nothing can be done here, where that is so. */
function Held({ own }: { own: OwnAdmission }): JSX.Element | null {
  const { t } = useText();
  const why = own.demonstrationOnly ? 'demonstration-only' : own.ruleSet === null ? 'no-rules' : undefined;
  if (why === undefined) return null;
  return (
    <section className="work-section">
      <Refusal kind="closed" title={t(`suppliers.admission.${why}`)}>
        {t(`suppliers.admission.${why}.text`)}
      </Refusal>
    </section>
  );
}

function History({ own }: { own: OwnAdmission }): JSX.Element | null {
  const { t } = useText();
  if (own.admission === null) return null;
  const moments: Moment[] = [{ state: 'done', when: minute(own.admission.openedAt), what: t('suppliers.admission.history.opened') }];
  for (const { round, submittedAt, decision } of own.rounds) {
    moments.push({ state: 'done', when: minute(submittedAt), what: t('suppliers.admission.history.submitted', { round }) });
    if (decision === null) moments.push({ state: 'now', when: t('suppliers.admission.history.later'), what: t('suppliers.admission.history.waiting') });
    else moments.push({ state: decision.decision === 'return' && own.admission.status === 'returned' && round === own.rounds.length ? 'act' : 'done', when: minute(decision.at), what: t(`suppliers.admission.history.${decision.decision}`) });
  }
  return (
    <section>
      <SectionHead title={t('suppliers.admission.history')} />
      <Timeline upright label={t('suppliers.admission.history')} moments={moments} />
    </section>
  );
}

function Organisation({ own: { supplier } }: { own: OwnAdmission }): JSX.Element {
  const { t } = useText();
  const fact = (id: string, value: JSX.Element | string) => ({ name: t(`suppliers.admission.organisation.${id}`), value });
  return (
    <section>
      <SectionHead title={t('suppliers.admission.organisation')} />
      <Facts
        facts={[
          fact('name', <>{supplier.name}{supplier.demo && <> <DemoMark /></>}</>),
          fact('kind', t(`suppliers.kind.${supplier.kind}`)),
          fact('code', supplier.creditCode),
          fact('address', supplier.address),
          fact('contact', `${supplier.contactName} ${supplier.phone}`),
        ]}
      />
    </section>
  );
}
