import { ok } from '#kernel/result.ts';
import { auditEntries, type AuditQuestion } from '#modules/ledger/index.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { SECURITY_KINDS } from './domain/security-kinds.ts';
import { retryJob } from './operations/retry-job.ts';
import { policy } from './policy.ts';
import { failedJobs, putBack } from './store/jobs.ts';
import { observationOf } from './store/observation.ts';
import { refusalsIn } from './store/refusals.ts';

const MONTH = 30 * 86_400_000;

/** The span that was asked for; the 30 days before its end where no beginning is given. */
function spanOf(now: Date, given: { since?: string | undefined; until?: string | undefined }): { since: Date; until: Date } {
  const until = given.until === undefined ? new Date(now.getTime() + 1) : new Date(given.until);
  return { until, since: given.since === undefined ? new Date(until.getTime() - MONTH) : new Date(given.since) };
}

const told = <T extends { since: Date; until: Date }>({ since, until }: T): { since: string; until: string } => ({ since: since.toISOString(), until: until.toISOString() });

async function searched(tx: Parameters<typeof auditEntries>[0], question: AuditQuestion) {
  return ok({ ...told(question), ...(await auditEntries(tx, question)) });
}

export const routes = serve(contract, policy, {
  reads: {
    health: async (call) => {
      const seen = await observationOf(call.tx);
      return ok({ now: call.now.toISOString(), seenAt: seen?.at.toISOString() ?? null, observation: seen === undefined ? null : { ...seen.body, slow: [...seen.body.slow] }, failed: await failedJobs(call.tx) });
    },
    audit: (call, input) => searched(call.tx, { ...spanOf(call.now, input), kinds: input.kind === undefined ? null : [input.kind], subject: input.subject ?? null, cityId: input.cityId ?? null, organisationId: input.organisationId ?? null, page: input.page, size: input.size }),
    securityActs: (call, input) => searched(call.tx, { ...spanOf(call.now, input), kinds: SECURITY_KINDS, subject: null, cityId: null, organisationId: null, page: input.page, size: input.size }),
    refusals: async (call, input) => ok(await refusalsIn(call.tx, spanOf(call.now, input), input.page, input.size)),
  },
  writes: {
    retryJob: (call, input) => retryJob({ putBack: (jobId) => putBack(call.tx, jobId), record: call.record }, input),
  },
});
