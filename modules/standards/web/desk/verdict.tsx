import { useQueryClient } from '@tanstack/react-query';
import { useState, type JSX, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Checkbox, FormField, Radio, TextArea, TextInput, TickGroup } from '#web/kit/form.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { statusOf, useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { standards, standardsKey } from '../client.ts';

/** What the officer has typed for a limit; kept while other rows are looked at. */
export type Draft = { readonly verdict: 'confirm' | 'withhold'; readonly clause: string; readonly page: string; readonly note: string };
export const BLANK: Draft = { verdict: 'confirm', clause: '', page: '', note: '' };

type Props = {
  city: string;
  editionId: string;
  /** One limit, or those ticked. */
  codes: readonly string[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onDone: () => void;
  /** Another officer was quicker: the row has changed under this form. */
  onClash: (text: string) => void;
  children?: ReactNode;
};

/** The verdict on one limit or on several read together. The server decides whether it stands; its refusal appears where it can be mended. */
export function Verdict({ city, editionId, codes, draft, onDraft, onDone, onClash, children }: Props): JSX.Element {
  const { t } = useText();
  const queries = useQueryClient();
  const refusal = useRefusal('standards');
  const batch = codes.length > 1;
  const [missing, setMissing] = useState<readonly ('clause' | 'page')[]>([]);
  const [compared, setCompared] = useState(false);
  const send = useSubmit(
    (input: Draft & { readonly codes: readonly string[] }, key): Promise<object> => {
      const body = { city, editionId, codes: [...input.codes], note: filled(input.note) };
      return input.verdict === 'confirm'
        ? standards.confirmLimits({ ...body, clause: filled(input.clause), page: filled(input.page) }, { context: { key } })
        : standards.withholdLimits({ ...body, clause: null, page: null }, { context: { key } });
    },
    [standardsKey(city)],
  );
  const refused = refusal(send.error);
  const put = (change: Partial<Draft>): void => {
    onDraft({ ...draft, ...change });
    setMissing([]);
    if (send.isError) send.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (send.isPending) return;
    // One limit is confirmed with the place where it was read; limits ticked together may stand in different places.
    const lacks = draft.verdict === 'withhold' || batch ? [] : (['clause', 'page'] as const).filter((field) => draft[field].trim() === '');
    setMissing(lacks);
    if (lacks.length > 0 || (batch && draft.verdict === 'confirm' && !compared)) return;
    send.mutate(
      { ...draft, codes },
      {
        onSuccess: () => {
          say(t(draft.verdict === 'confirm' ? 'standards.desk.done.confirm' : 'standards.desk.done.withhold', { code: codes[0] ?? '', count: codes.length }));
          onDone();
        },
        onError: (error) => {
          if (statusOf(error) !== 409) return;
          onClash(refusal(error)?.text ?? '');
          void queries.invalidateQueries({ queryKey: standardsKey(city) });
        },
      },
    );
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const at = (field: 'clause' | 'page' | 'note'): string | undefined => (missing.includes(field as 'clause') ? t(`standards.desk.missing.${field}`) : refused?.field === field ? refused.text : refused?.fields[field]);
  const elsewhere = refused !== undefined && refused.status !== 409 && !['clause', 'page', 'note'].includes(refused.field ?? '') && !Object.keys(refused.fields).some((field) => ['clause', 'page', 'note'].includes(field));
  return (
    <form className="desk-verdict" onSubmit={submit} noValidate>
      <TickGroup legend={t('standards.desk.verdict')}>
        <Radio name="verdict" checked={draft.verdict === 'confirm'} onChange={() => put({ verdict: 'confirm' })}>
          {t('standards.desk.verdict.confirm')}
        </Radio>
        {draft.verdict === 'confirm' && (
          <div className="desk-place">
            <FormField label={t('standards.desk.clause')} optional={batch} error={at('clause')}>
              <TextInput value={draft.clause} maxLength={80} data-first="" onKeyDown={onKey} onChange={(event) => put({ clause: event.target.value })} />
            </FormField>
            <FormField label={t('standards.desk.page')} optional={batch} error={at('page')}>
              <TextInput value={draft.page} maxLength={40} onKeyDown={onKey} onChange={(event) => put({ page: event.target.value })} />
            </FormField>
          </div>
        )}
        <Radio name="verdict" checked={draft.verdict === 'withhold'} onChange={() => put({ verdict: 'withhold' })}>
          {t('standards.desk.verdict.withhold')}
        </Radio>
        {draft.verdict === 'withhold' && (
          <FormField label={t('standards.desk.reason')} error={at('note')} hint={t('standards.desk.reason.hint')}>
            <TextArea value={draft.note} rows={3} maxLength={2000} data-first="" onKeyDown={onKey} onChange={(event) => put({ note: event.target.value })} />
          </FormField>
        )}
      </TickGroup>
      {children}
      {batch && draft.verdict === 'confirm' && (
        <Checkbox checked={compared} onChange={(event) => setCompared(event.target.checked)}>
          {t('standards.desk.compared', { count: codes.length })}
        </Checkbox>
      )}
      {elsewhere && <Refusal title={t('standards.desk.refused')}>{refused.text}</Refusal>}
      <Button type="submit" tone="primary" busy={send.isPending} {...(batch && draft.verdict === 'confirm' && !compared ? { reason: t('standards.desk.compare-first') } : {})}>
        {t(draft.verdict === 'confirm' ? 'standards.desk.confirm' : 'standards.desk.withhold', { count: codes.length, batch: batch ? 'yes' : 'no' })}
      </Button>
      {draft.verdict === 'confirm' && <p className="note quiet">{t('standards.desk.final-before')}</p>}
    </form>
  );
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
