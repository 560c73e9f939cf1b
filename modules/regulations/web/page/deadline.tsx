import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type JSX } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, Select, TextInput } from '#web/kit/form.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { useRefusal } from '#web/refusal.ts';
import type { ParameterView } from '../../contract/index.ts';
import { regulations } from '../client.ts';

type Answer = Awaited<ReturnType<typeof regulations.deadline>>;

/** Works out one deadline. The server counts, so that no browser counts otherwise; what it does not know it refuses. */
export function Deadline({ parameters, today }: { parameters: readonly ParameterView[]; today: string }): JSX.Element {
  const { t, both } = useText();
  const periods = parameters.filter((one) => one.runs !== null);
  const [code, choose] = useState('challenge');
  const [from, start] = useState(today);
  const asked = useMutation({ mutationFn: () => regulations.deadline({ parameter: code, from }) });
  const refusal = useRefusal('regulations')(asked.error);
  const chosen = periods.find((one) => one.code === code);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    asked.mutate();
  };
  return (
    <section className="regulations-reckon no-print" aria-labelledby="reckon">
      <SectionHead serif id="reckon" title={t('regulations.reckon')} />
      <p className="quiet">{t('regulations.reckon.note')}</p>
      <form onSubmit={submit}>
        <FormField label={t('regulations.reckon.parameter')}>
          <Select value={code} onChange={(event) => { choose(event.target.value); asked.reset(); }}>
            {periods.map((one) => <option key={one.code} value={one.code}>{both(one.name)}</option>)}
          </Select>
        </FormField>
        <FormField label={t(chosen?.runs === 'backward' ? 'regulations.reckon.until' : 'regulations.reckon.from')} hint={chosen?.starts == null ? undefined : both(chosen.starts)}>
          <TextInput type="date" required value={from} onChange={(event) => { start(event.target.value); asked.reset(); }} />
        </FormField>
        <Button type="submit" tone="primary" busy={asked.isPending}>{t('regulations.reckon.act')}</Button>
      </form>
      <div aria-live="polite">
        {refusal !== undefined && <Refusal kind="attention" title={t('regulations.reckon.not')}>{refusal.text}</Refusal>}
        {asked.data !== undefined && chosen !== undefined && <Found answer={asked.data} chosen={chosen} />}
      </div>
    </section>
  );
}

function Found({ answer, chosen }: { answer: Answer; chosen: ParameterView }): JSX.Element {
  const { t } = useText();
  const what = chosen.runs === 'backward' ? 'backward' : chosen.group === 'keeping' ? 'kept' : (chosen.value?.bound ?? 'at-most');
  return (
    <dl className="reckoned">
      <div>
        <dt>{t(`regulations.reckon.last.${what}`)}</dt>
        <dd className="reckoned-day">{answer.lastDay}</dd>
      </div>
      {answer.firstDay !== null && (
        <div>
          <dt>{t('regulations.reckon.first')}</dt>
          <dd>{answer.firstDay}</dd>
        </div>
      )}
      {answer.movedFrom !== null && <dd className="reckoned-moved">{t('regulations.reckon.moved', { day: answer.movedFrom })}</dd>}
    </dl>
  );
}
