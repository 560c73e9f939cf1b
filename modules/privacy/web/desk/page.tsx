import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { FormField, TextArea } from '#web/kit/form.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { say } from '#web/kit/notice.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { wording } from '../../wording.ts';
import { erasuresKey, erasuresQuery, privacy } from '../client.ts';
import { Outcomes } from '../mine/outcomes.tsx';
import { privacyWording } from '../wording.ts';
import '../mine/mine.css';

loadWording(wording);
loadWording(privacyWording);

type Row = Awaited<ReturnType<typeof privacy.erasures>>['rows'][number];

/** Requests for erasure, as two administrators decide on them: figures and dates, never what is kept. */
export default function DeskPage(): JSX.Element {
  const { t } = useText();
  const asked = useQuery(erasuresQuery);
  return (
    <div className="my-data">
      <PageTitle size="work" title={t('privacy.desk.title')} under={t('privacy.desk.under')} />
      <Loaded query={asked} lines={8}>
        {({ rows }) => (rows.length === 0 ? <Empty title={t('privacy.desk.none')}>{t('privacy.desk.none.text')}</Empty> : <>{rows.map((row) => <One key={row.id} row={row} />)}</>)}
      </Loaded>
    </div>
  );
}

function One({ row }: { row: Row }): JSX.Element {
  const { t } = useText();
  const [refusing, refuse] = useState(false);
  const [reason, write] = useState('');
  const agree = useSubmit((_: null, key) => privacy.agreeErasure({ erasure: row.id }, { context: { key } }), [erasuresKey]);
  const decline = useSubmit((text: string, key) => privacy.refuseErasure({ erasure: row.id, reason: text }, { context: { key } }), [erasuresKey]);
  const refusalOf = useRefusal('privacy');
  const refusal = refusalOf(agree.error) ?? refusalOf(decline.error);
  const sum = (of: 'erased' | 'kept'): number => row.outcomes.reduce((all, one) => all + one[of], 0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    decline.mutate(reason.trim(), { onSuccess: () => say(t('privacy.done')) });
  };
  return (
    <section className="erasure-one" aria-labelledby={row.id}>
      <SectionHead id={row.id} title={row.person} note={`${t('privacy.asked-at')} ${minute(row.askedAt)}`} right={<StateMark state={row.state === 'done' ? 'ok' : row.state === 'refused' ? 'refused' : row.state === 'withdrawn' ? 'draft' : 'run'}>{t(`privacy.state.${row.state}`)}</StateMark>} />
      <p className="quiet">
        {t('privacy.desk.sums', { erased: sum('erased'), kept: sum('kept') })}
        {row.serves > 0 && ` · ${t('privacy.desk.serves')}`}
      </p>
      {refusal !== undefined && refusal.field === undefined && <Refusal title={refusal.text} />}
      <Outcomes rows={row.outcomes} />
      <div className="my-data-acts">
        {row.may.agree && <Button tone="primary" busy={agree.isPending} onClick={() => agree.mutate(null, { onSuccess: () => say(t('privacy.done')) })}>{t('privacy.desk.agree')}</Button>}
        {row.may.refuse && !refusing && <Button onClick={() => refuse(true)}>{t('privacy.desk.refuse')}</Button>}
      </div>
      {refusing && row.may.refuse && (
        <form onSubmit={submit}>
          <FormField label={t('privacy.desk.reason')} error={refusal?.field === 'reason' ? refusal.text : undefined}>
            <TextArea rows={2} maxLength={1000} value={reason} onChange={(event) => write(event.target.value)} />
          </FormField>
          <div className="my-data-acts"><Button type="submit" busy={decline.isPending}>{t('privacy.desk.refuse')}</Button></div>
        </form>
      )}
    </section>
  );
}
