import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type JSX } from 'react';
import type { ComparedIndicator } from '#modules/laboratories/contract/comparison.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Checkbox, FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { laboratories } from '../client.ts';
import { methodInDoubt, waits } from './marks.ts';

type Props = { city: string; reportId: string; one: ComparedIndicator; first: boolean; refreshes: readonly (readonly unknown[])[]; onSettled: () => void };
type Decision = 'confirmed' | 'corrected' | 'not-in-report';

/** A person of the centre says what the cell reads. The outcome stays the check's: a value that breaks the limit still fails. */
export function Settle({ city, reportId, one, first, refreshes, onSettled }: Props): JSX.Element {
  const { t } = useText();
  const queries = useQueryClient();
  const refusal = useRefusal('laboratories');
  const [asked, setAsked] = useState(waits(one));
  const [printed, setPrinted] = useState(one.printed ?? '');
  const [unit, setUnit] = useState(one.printedUnit ?? one.unit);
  const [note, setNote] = useState('');
  const [methodAccepted, setMethodAccepted] = useState(false);
  const [tried, setTried] = useState(false);
  const settle = useSubmit((input: { decision: Decision; printed: string | null; unit: string | null; methodAccepted: boolean; note: string | null }, key) => laboratories.settleReading({ city, reportId, indicatorCode: one.code, ...input }, { context: { key } }), refreshes);
  const unchanged = printed.trim() === (one.printed ?? '').trim() && unit.trim() === (one.printedUnit ?? one.unit).trim();
  const noteMissing = methodAccepted && note.trim() === '';
  const send = (decision: Decision): void => {
    setTried(true);
    const absent = decision === 'not-in-report';
    if (noteMissing && !absent) return;
    settle.mutate({ decision, printed: absent ? null : printed, unit: absent ? null : unit, methodAccepted: methodAccepted && !absent, note: note.trim() === '' ? null : note.trim() }, {
      onSuccess: () => {
        say(t('laboratories.settle.done', { code: one.code }));
        // The product is judged again when the event has arrived; this page's own comparison is fresh at once.
        setTimeout(() => void Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey }))), 1500);
        onSettled();
      },
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send(unchanged && one.printed !== null ? 'confirmed' : 'corrected');
  };
  const refused = refusal(settle.error);
  const errorOf = (field: string): string | undefined => refused?.fields[field] ?? (refused?.field === field ? refused.text : undefined);
  if (!asked) {
    return (
      <p>
        <Button size="small" tone="text" onClick={() => setAsked(true)}>
          {t('laboratories.settle.ask')}
        </Button>
      </p>
    );
  }
  return (
    <form className="settle no-print" onSubmit={submit} noValidate aria-label={t('laboratories.settle.title', { code: one.code })}>
      <div className="settle-fields">
        <FormField label={t('laboratories.settle.printed')} error={errorOf('printed')}>
          <TextInput value={printed} maxLength={100} spellCheck={false} onChange={(event) => setPrinted(event.target.value)} />
        </FormField>
        <FormField label={t('laboratories.settle.unit')} error={errorOf('unit')}>
          <TextInput value={unit} maxLength={30} spellCheck={false} onChange={(event) => setUnit(event.target.value)} />
        </FormField>
        <FormField label={t('laboratories.settle.note')} optional={!methodAccepted} error={tried && noteMissing ? t('laboratories.settle.note.needed') : errorOf('note')}>
          <TextInput value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </FormField>
      </div>
      {methodInDoubt(one) && (
        <Checkbox checked={methodAccepted} onChange={(event) => setMethodAccepted(event.target.checked)}>
          {t('laboratories.settle.method')}
        </Checkbox>
      )}
      {refused !== undefined && errorOf(refused.field ?? '') === undefined && <p className="field-error" role="alert">{refused.text}</p>}
      <div className="settle-acts">
        <Button type="submit" tone={first ? 'primary' : 'plain'} busy={settle.isPending}>
          {t(unchanged && one.printed !== null ? 'laboratories.settle.confirm' : 'laboratories.settle.correct')}
        </Button>
        <Button onClick={() => send('not-in-report')} disabled={settle.isPending}>
          {t('laboratories.settle.absent')}
        </Button>
        <span className="quiet note">{t('laboratories.settle.signed')}</span>
      </div>
    </form>
  );
}
