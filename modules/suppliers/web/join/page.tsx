import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { identity } from '#web/identity-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { sessionQuery } from '#web/session.ts';
import { useCity } from '#web/shell/city.ts';
import { useSubmit } from '#web/submit.ts';
import { requirementsQuery, suppliers } from '../client.ts';
import { suppliersWording } from '../wording.ts';
import { Beforehand } from './beforehand.tsx';
import { dropDraft, keepDraft, keptDraft, NOTHING_TYPED, type Field, type Typed } from './draft.ts';
import { faultsOfStep, stepOf, type Step } from './faults.ts';
import { AccountStep, KindStep, OrganisationStep, type StepProps } from './steps.tsx';
import { joinWording } from './wording.ts';
import './join.css';

loadWording(suppliersWording);
loadWording(joinWording);

const PARTS = [KindStep, OrganisationStep, AccountStep] as const;

/** From a visitor to a supplier with a draft of its application, in three short steps. */
export default function JoinPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  const demo = useCity()?.demo === true;
  const [typed, setTyped] = useState<Typed>(() => keptDraft(city));
  const [step, setStep] = useState<Step>(0);
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({});
  const requirements = useQuery(requirementsQuery(city));
  const { send, refused, busy, done } = useJoining(city, (field) => setStep(stepOf(field) ?? 2));
  const form = useFocusOnFault(step, Object.keys(faults).length > 0 || refused?.field !== undefined);

  const change = (field: Field, value: string): void => {
    const next = { ...typed, [field]: value };
    setTyped(next);
    keepDraft(city, next);
    setFaults(({ [field]: _, ...rest }) => rest);
  };
  const startOver = (): void => {
    dropDraft(city);
    setTyped(NOTHING_TYPED);
    setFaults({});
    setStep(0);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = faultsOfStep(step, typed, demo);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) return;
    if (step < 2) return setStep((step + 1) as Step);
    const earlier = ([0, 1] as const).find((one) => Object.keys(faultsOfStep(one, typed, demo)).length > 0);
    if (earlier === undefined) return send(typed);
    setFaults(faultsOfStep(earlier, typed, demo));
    setStep(earlier);
  };

  const error = (field: Field): string | undefined => {
    const own = faults[field];
    if (own !== undefined) return t(own);
    return refused?.field === field ? refused.text : refused?.fields[field];
  };
  const Part = PARTS[step];
  const props: StepProps = { typed, change, error, demo };
  return (
    <div className="wrap join">
      <PageTitle title={t('suppliers.join.title')} under={t('suppliers.join.under')} />
      <div className="join-columns">
        <form ref={form} className="join-form" onSubmit={submit} noValidate aria-label={t('suppliers.join.title')}>
          <Progress step={step} onBack={setStep} />
          {done ? (
            <div role="status">
              <StateMark state="ok">{t('suppliers.join.done')}</StateMark>
              <p className="quiet">{t('suppliers.join.done.text')}</p>
            </div>
          ) : (
            <>
              {refused !== undefined && (refused.field === undefined || stepOf(refused.field) === undefined) && <Refusal title={t('suppliers.join.refused')}>{refused.text}</Refusal>}
              <Part {...props} />
              <div className="join-acts">
                <Button type="submit" tone="primary" size="large" busy={busy}>
                  {t(step < 2 ? 'suppliers.join.next' : 'suppliers.join.send')}
                </Button>
                {step > 0 && <Button size="large" onClick={() => setStep((step - 1) as Step)}>{t('suppliers.join.back')}</Button>}
              </div>
              <p className="join-kept">
                {t('suppliers.join.kept')}
                <Button tone="text" size="small" onClick={startOver}>
                  {t('suppliers.join.drop')}
                </Button>
              </p>
              <p className="join-have">
                {t('suppliers.join.have')} <Link to="/login" search={{ next: `/${city}/work/admission` } as never}>{t('suppliers.join.have.act')}</Link>
              </p>
            </>
          )}
        </form>
        <Beforehand kind={typed.kind} requirements={requirements} />
      </div>
    </div>
  );
}

function Progress({ step, onBack }: { step: Step; onBack: (step: Step) => void }): JSX.Element {
  const { t } = useText();
  return (
    <ol className="join-progress" aria-label={t('suppliers.join.steps')}>
      {([0, 1, 2] as const).map((one) => (
        <li key={one} className={one < step ? 'join-step-done' : one === step ? 'join-step-now' : undefined} aria-current={one === step ? 'step' : undefined}>
          {one < step ? (
            <button type="button" onClick={() => onBack(one)}>
              {t(`suppliers.join.step.${one}`)}
            </button>
          ) : (
            <span>{t(`suppliers.join.step.${one}`)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Registers, signs in with what was just typed, and goes to the application. */
function useJoining(city: string, onField: (field: string) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const refusal = useRefusal('suppliers');
  const join = useSubmit((typed: Typed, key) => {
    if (typed.kind === '') throw new Error('no kind was chosen');
    return suppliers.join({ city, ...typed, kind: typed.kind }, { context: { key } });
  });
  const entered = async (typed: Typed): Promise<void> => {
    dropDraft(city);
    const session = await identity.signIn({ login: typed.login.trim(), password: typed.password }).catch(() => undefined);
    queries.clear();
    if (session !== undefined) queries.setQueryData(sessionQuery.queryKey, session);
    await navigate({ to: `/${city}/work/admission`, replace: true });
  };
  const send = (typed: Typed): void =>
    join.mutate(typed, {
      onSuccess: () => void entered(typed),
      onError: (error) => {
        const field = refusal(error)?.field;
        if (field !== undefined) onField(field);
      },
    });
  return { send, refused: refusal(join.error), busy: join.isPending, done: join.isSuccess };
}

/** After a step or a fault the keyboard stands where the reader must go on. */
function useFocusOnFault(step: Step, wrong: boolean) {
  const form = useRef<HTMLFormElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const target = (wrong ? form.current?.querySelector<HTMLElement>('[aria-invalid], .field-wrong input') : undefined) ?? form.current?.querySelector<HTMLElement>('.field input');
    target?.focus();
  }, [step, wrong]);
  return form;
}
