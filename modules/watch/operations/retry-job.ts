import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';

export type RetryJobNeeds = {
  /** Puts a failed job back into the queue with all its attempts; its task, or undefined where it did not fail or is gone. */
  readonly putBack: (jobId: string) => Promise<string | undefined>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};

/** What the job is about stays unread: only its task goes into the record. */
export async function retryJob(needs: RetryJobNeeds, input: { jobId: string }): Promise<Result<{ jobId: string }, 'job-not-failed'>> {
  const task = await needs.putBack(input.jobId);
  if (task === undefined) return refuse('job-not-failed', 'jobId');
  needs.record({ kind: 'job-retried', subject: `job:${input.jobId}`, body: { task }, cityId: null });
  return ok({ jobId: input.jobId });
}
