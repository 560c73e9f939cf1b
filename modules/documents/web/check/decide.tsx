import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Radio, TextArea } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { documents, DOCUMENTS, type Evidence } from '../client.ts';

type Verdict = { readonly act: 'confirm' } | { readonly act: 'refuse'; readonly reason: string };
const SHORTEST = 4;

/** Two ways out of a check, the reason beside the second. Nothing is chosen beforehand: the reviewer has to look. */
export function Decide({ evidence, city }: { evidence: Evidence; city: string }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('documents');
  const [act, setAct] = useState<Verdict['act']>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const where = { city, evidence: evidence.id };
  const decide = useSubmit(
    (verdict: Verdict, key) => (verdict.act === 'confirm' ? documents.confirmEvidence(where, { context: { key } }) : documents.refuseEvidence({ ...where, reason: verdict.reason }, { context: { key } })),
    [DOCUMENTS],
  );
  const refused = refusal(decide.error);
  const wordless = act === 'refuse' && reason.trim().length < SHORTEST;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (act === undefined || wordless) return;
    decide.mutate(act === 'confirm' ? { act } : { act, reason: reason.trim() }, {
      onSuccess: () => say(t(act === 'confirm' ? 'documents.desk.confirmed.said' : 'documents.desk.refused.said')),
    });
  };
  return (
    <form className="evidence-decide" onSubmit={send} noValidate>
      <h2 id="conclusion">{t('documents.desk.check')}</h2>
      <p className="second note">{t('documents.desk.check.text')}</p>
      <div role="radiogroup" aria-labelledby="conclusion">
        <Radio name="act" checked={act === 'confirm'} onChange={() => setAct('confirm')}>
          {t('documents.desk.same')}
        </Radio>
        <p className="field-hint">{t('documents.desk.same.hint')}</p>
        <Radio name="act" checked={act === 'refuse'} onChange={() => setAct('refuse')}>
          {t('documents.desk.differs')}
        </Radio>
      </div>
      {act === 'refuse' && (
        <FormField label={t('documents.desk.reason')} hint={t('documents.desk.reason.hint')} error={tried && wordless ? t('documents.desk.reason.needed') : refused?.field === 'reason' ? refused.text : undefined}>
          <TextArea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
        </FormField>
      )}
      {refused !== undefined && refused.field !== 'reason' && <Refusal title={refused.text} />}
      <div className="evidence-form-acts">
        <Button type="submit" tone={act === 'refuse' ? 'danger' : 'primary'} disabled={act === undefined} busy={decide.isPending}>
          {t(act === 'refuse' ? 'documents.desk.refuse' : 'documents.desk.confirm')}
        </Button>
        <span className="note quiet">{t('documents.desk.signed')}</span>
      </div>
    </form>
  );
}
