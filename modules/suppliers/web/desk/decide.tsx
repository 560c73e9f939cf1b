import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Radio, TextArea, TickGroup } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import type { UnderReview } from '../../contract/review.ts';
import type { Decision } from '../../domain/judge-decision.ts';
import { suppliers, suppliersKey } from '../client.ts';
import { notYet, verdictsSaid, type Said } from './said.ts';

const DECISIONS: readonly Decision[] = ['admit', 'return', 'refuse'];

/** The decision on everything the reviewer compared, sent in one act with the round they saw. */
export function Decide({ city, case_, said }: { city: string; case_: UnderReview; said: Said }): JSX.Element {
  const { t } = useText();
  const queries = useQueryClient();
  const refusal = useRefusal('suppliers');
  const [decision, setDecision] = useState<Decision>('admit');
  const [reasons, setReasons] = useState('');
  const decide = useSubmit(
    (input: { decision: Decision; reasons: string; evidence: ReturnType<typeof verdictsSaid> }, key) =>
      suppliers.decide({ city, admission: case_.admission.id, round: case_.admission.round, ...input }, { context: { key } }),
    [suppliersKey(city)],
  );
  const waiting = notYet(case_.requirements, said, decision, reasons);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (waiting !== null) return;
    decide.mutate({ decision, reasons: reasons.trim(), evidence: verdictsSaid(case_.requirements, said) }, { onSuccess: () => say(t('suppliers.review.done', { decision })) });
  };
  const named = waiting?.values?.['evidence'];
  const values = named === undefined ? waiting?.values : { evidence: t(`suppliers.evidence.${named}`) };
  return (
    <form className="review-decide" onSubmit={submit} noValidate aria-labelledby="review-decision">
      <SectionHead title={t('suppliers.review.decision')} id="review-decision" />
      <TickGroup legend={t('suppliers.review.decision.legend')}>
        {DECISIONS.map((one) => (
          <Radio key={one} name="decision" checked={decision === one} onChange={() => setDecision(one)}>
            {t(`suppliers.review.decision.${one}`)}
          </Radio>
        ))}
      </TickGroup>
      <FormField label={t('suppliers.review.reasons')} optional={decision === 'admit'} hint={t(`suppliers.review.reasons.hint.${decision}`)}>
        <TextArea rows={4} maxLength={2000} value={reasons} onChange={(event) => setReasons(event.target.value)} />
      </FormField>
      {decide.error !== null && (
        <Refusal
          title={t('suppliers.review.refused')}
          acts={<Button size="small" onClick={() => { decide.reset(); void queries.invalidateQueries({ queryKey: suppliersKey(city) }); }}>{t('suppliers.review.reload')}</Button>}
        >
          {refusal(decide.error)?.text}
        </Refusal>
      )}
      <Button type="submit" tone={decision === 'refuse' ? 'danger' : 'primary'} wide busy={decide.isPending} disabled={waiting !== null} {...(waiting === null ? {} : { 'aria-describedby': 'review-waiting' })}>
        {t(`suppliers.review.decision.${decision}`)}
      </Button>
      {waiting !== null && (
        <p className="review-waiting" id="review-waiting">
          {t(waiting.id, values)}
        </p>
      )}
    </form>
  );
}
