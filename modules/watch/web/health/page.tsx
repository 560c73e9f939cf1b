import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { say, Strip } from '#web/kit/notice.tsx';
import { Figure, PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { grouped, minute } from '#web/kit/written.ts';
import { useRefusal } from '#web/refusal.ts';
import { useSubmit } from '#web/submit.ts';
import { healthQuery, watch, WATCH, type FailedJob, type Health, type Slow } from '../client.ts';
import { watchWording } from '../wording.ts';
import '../watch.css';

loadWording(watchWording);

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

/** How the platform is: figures, jobs that failed with their button, slow statements. */
export default function HealthPage(): JSX.Element {
  const { t } = useText();
  const query = useQuery(healthQuery);
  return (
    <>
      <PageTitle size="work" title={t('watch.health')} under={t('watch.health.under')} />
      <Loaded query={query} lines={10}>
        {(health) => (
          <>
            <Figures of={health} />
            <Failed jobs={health.failed} />
            {health.observation !== null && <SlowStatements from={health.observation.slowFrom} rows={health.observation.slow} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Figures({ of: { now, seenAt, observation } }: { of: Health }): JSX.Element {
  const { t } = useText();
  if (observation === null || seenAt === null) return <section className="work-section"><Strip state="attention">{t('watch.never')}</Strip></section>;
  const late = Date.parse(now) - Date.parse(seenAt) > 60_000;
  return (
    <section className="work-section">
      {late && <Strip state="attention">{t('watch.late')}</Strip>}
      {observation.lastBackupAt === null && <Strip state="attention">{t('watch.backup.never')}</Strip>}
      <dl className="watch-figures">
        <Figure size={26} label={t('watch.figure.jobs')} value={grouped(String(observation.jobsWaiting))} />
        <Figure size={26} label={t('watch.figure.failed')} value={grouped(String(observation.jobsFailed))} />
        <Figure size={26} label={t('watch.figure.events')} value={grouped(String(observation.eventsWaiting))} />
        <Figure size={26} label={t('watch.figure.entries')} value={grouped(String(observation.entriesWaiting))} {...(observation.oldestEntryAt === null ? {} : { note: t('watch.figure.oldest', { when: minute(observation.oldestEntryAt) }) })} />
        <Figure size={26} label={t('watch.figure.disk')} value={gigabytes(observation.diskFree)} unit="GB" note={t('watch.figure.disk.of', { total: gigabytes(observation.diskTotal) })} />
        <Figure size={26} label={t('watch.figure.database')} value={grouped((observation.databaseBytes / 1e6).toFixed(0))} unit="MB" />
        <Figure size={26} label={t('watch.figure.backup')} value={observation.lastBackupAt === null ? null : minute(observation.lastBackupAt)} />
      </dl>
      <p className="quiet">{t('watch.seen', { when: minute(seenAt) })}</p>
    </section>
  );
}

function Failed({ jobs }: { jobs: readonly FailedJob[] }): JSX.Element {
  const { t } = useText();
  const refusal = useRefusal('watch');
  const retry = useSubmit((jobId: string, key) => watch.retryJob({ jobId }, { context: { key } }), [WATCH]);
  const again = (jobId: string): void => retry.mutate(jobId, { onSuccess: () => say(t('watch.job.retried')), onError: (error) => say(refusal(error)?.text ?? '', 'refused') });
  const columns: readonly Column<FailedJob>[] = [
    { id: 'job', head: t('watch.job'), width: 240, cell: (job) => job.task },
    { id: 'error', head: t('watch.job.error'), cell: (job) => <span className="watch-text">{job.error}</span> },
    { id: 'attempts', head: t('watch.job.attempts'), figures: true, width: 90, cell: (job) => `${job.attempts}/${job.mostAttempts}` },
    { id: 'next', head: t('watch.job.next'), width: 180, cell: (job) => (job.givenUp ? t('watch.job.given-up') : minute(job.runAt)) },
    { id: 'act', head: <span className="only-read">{t('watch.job.act')}</span>, figures: true, width: 110, cell: (job) => <Button size="small" busy={retry.isPending} onClick={() => again(job.id)}>{t('watch.job.retry')}</Button> },
  ];
  return (
    <section className="work-section">
      <SectionHead title={t('watch.failed')} note={t('watch.failed.note')} />
      <DataTable caption={t('watch.failed')} columns={columns} rows={jobs} rowKey={(job) => job.id} empty={<Empty title={t('watch.failed.none')}>{t('watch.failed.none.text')}</Empty>} />
    </section>
  );
}

function SlowStatements({ from, rows }: { from: 'process' | 'pg_stat_statements'; rows: readonly Slow[] }): JSX.Element {
  const { t } = useText();
  const columns: readonly Column<Slow>[] = [
    { id: 'text', head: t('watch.slow.text'), cell: (row) => <code className="watch-text">{row.text}</code> },
    { id: 'times', head: t('watch.slow.times'), figures: true, width: 100, cell: (row) => grouped(String(row.times)) },
    { id: 'most', head: t('watch.slow.most'), figures: true, width: 130, cell: (row) => grouped(String(row.mostMillis)) },
    { id: 'total', head: t('watch.slow.total'), figures: true, width: 130, cell: (row) => grouped(String(row.totalMillis)) },
  ];
  return (
    <section className="work-section">
      <SectionHead title={t('watch.slow')} note={t(`watch.slow.note.${from}`)} />
      <DataTable caption={t('watch.slow')} columns={columns} rows={rows} rowKey={(row) => row.text} dense empty={<Empty title={t('watch.slow.none')} />} />
    </section>
  );
}
