import { useState, type FormEvent, type JSX } from 'react';
import type { ComparedIndicator } from '#modules/laboratories/contract/comparison.ts';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { FormField, TextInput } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { laboratories } from '../client.ts';

type Props = { city: string; reportId: string; one: ComparedIndicator; pages: number; refreshes: readonly (readonly unknown[])[] };

/** The holder types in a value of the report that the machine did not find. It proves nothing until the centre has held it against the page. */
export function Enter({ city, reportId, one, pages, refreshes }: Props): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('laboratories');
  const [printed, setPrinted] = useState('');
  const [unit, setUnit] = useState(one.unit === '1' ? '' : one.unit);
  const [page, setPage] = useState('');
  const [tried, setTried] = useState(false);
  const enter = useSubmit((input: { printed: string; unit: string; page: number }, key) => laboratories.enterValue({ city, reportId, indicatorCode: one.code, ...input }, { context: { key } }), refreshes);
  const pageNumber = /^\d{1,2}$/.test(page.trim()) ? Number(page) : 0;
  const wrong = { printed: printed.trim() === '' ? t('laboratories.enter.printed.needed') : undefined, page: pageNumber < 1 || pageNumber > pages ? t('laboratories.enter.page.needed', { pages }) : undefined };
  const refused = refusal(enter.error);
  const errorOf = (field: 'printed' | 'unit' | 'page'): string | undefined => (tried && field !== 'unit' ? wrong[field] : undefined) ?? refused?.fields[field] ?? (refused?.field === field ? refused.text : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong.printed !== undefined || wrong.page !== undefined) return;
    enter.mutate({ printed: printed.trim(), unit: unit.trim(), page: pageNumber }, { onSuccess: () => say(t('laboratories.enter.done', { code: one.code })) });
  };
  return (
    <form className="settle no-print" onSubmit={submit} noValidate aria-label={t('laboratories.enter.title', { code: one.code })}>
      <p className="second">{t('laboratories.enter.text')}</p>
      <div className="settle-fields">
        <FormField label={t('laboratories.enter.printed')} error={errorOf('printed')}>
          <TextInput value={printed} maxLength={100} spellCheck={false} onChange={(event) => setPrinted(event.target.value)} />
        </FormField>
        <FormField label={t('laboratories.settle.unit')} error={errorOf('unit')}>
          <TextInput value={unit} maxLength={30} spellCheck={false} onChange={(event) => setUnit(event.target.value)} />
        </FormField>
        <FormField label={t('laboratories.enter.page')} error={errorOf('page')}>
          <TextInput figures value={page} maxLength={2} onChange={(event) => setPage(event.target.value)} />
        </FormField>
      </div>
      {refused !== undefined && errorOf((refused.field ?? '') as 'printed') === undefined && <p className="field-error" role="alert">{refused.text}</p>}
      <div className="settle-acts">
        <Button type="submit" tone="primary" busy={enter.isPending}>
          {t('laboratories.enter.act')}
        </Button>
      </div>
    </form>
  );
}
