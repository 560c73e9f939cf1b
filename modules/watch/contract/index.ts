import { z } from 'zod';
import { Instant, operation, Nothing, PageQuery, refusals as refusalsOf, Sha256, Uuid } from '#kernel/wire.ts';

const Bytes = z.number().nonnegative();
export const Observation = z.object({
  jobsWaiting: z.number().int(), jobsFailed: z.number().int(), eventsWaiting: z.number().int(), entriesWaiting: z.number().int(),
  oldestEntryAt: Instant.nullable(), databaseBytes: Bytes, diskFree: Bytes, diskTotal: Bytes, lastBackupAt: Instant.nullable(),
  slow: z.array(z.object({ text: z.string(), times: z.number().int(), mostMillis: z.number(), totalMillis: z.number() })),
  /** Where the slow statements come from: PostgreSQL's own statistics, or what this process saw. */
  slowFrom: z.enum(['pg_stat_statements', 'process']),
});
export type Observation = z.infer<typeof Observation>;

export const FailedJob = z.object({ id: z.string(), task: z.string(), attempts: z.number().int(), mostAttempts: z.number().int(), runAt: Instant, error: z.string(), /** No further attempt is made by itself. */ givenUp: z.boolean() });
export type FailedJob = z.infer<typeof FailedJob>;

/** How the platform is: the last observation, and the jobs that failed. */
export const health = operation
  .route({ method: 'GET', path: '/watch/health', summary: '运行状况 · How the platform is', tags: ['watch'] })
  .input(Nothing)
  .output(z.object({ now: Instant, seenAt: Instant.nullable(), observation: Observation.nullable(), failed: z.array(FailedJob) }));

/** A failed job is done again now, with all its attempts. */
export const retryJob = operation
  .route({ method: 'POST', path: '/watch/jobs/{jobId}/retry', summary: '重试失败任务 · Do a failed job again', tags: ['watch'] })
  .input(z.strictObject({ jobId: z.string().regex(/^[1-9]\d{0,17}$/) }))
  .output(z.object({ jobId: z.string() }))
  .errors(refusalsOf({ 'job-not-failed': 409 }));

const Span = { since: Instant.optional(), until: Instant.optional() };

export const AuditedEntry = z.object({
  id: Uuid, cityId: Uuid.nullable(), kind: z.string(), subject: z.string(), personId: Uuid.nullable(), organisationId: Uuid.nullable(), toldAt: Instant, realAt: Instant, hash: Sha256, seq: z.number().int().nullable(), linkHash: Sha256.nullable(),
});
export type AuditedEntry = z.infer<typeof AuditedEntry>;
const Entries = z.object({ since: Instant, until: Instant, entries: z.array(AuditedEntry), more: z.boolean() });

/** Where entries of every chain stand: who by id, what, when, about what, and the hashes. Never what an entry says. The last 30 days where no time is given. */
export const audit = operation
  .route({ method: 'GET', path: '/watch/audit', summary: '账本检索 · Search the ledger', tags: ['watch'] })
  .input(z.strictObject({ ...Span, kind: z.string().min(1).max(60).optional(), subject: z.string().min(1).max(200).optional(), cityId: Uuid.optional(), organisationId: Uuid.optional(), ...PageQuery }))
  .output(Entries);

/** Acts that touch security: sign-in, sessions, passwords, passkeys, rights, keys, backups. */
export const securityActs = operation
  .route({ method: 'GET', path: '/watch/security', summary: '安全事项 · Acts that touch security', tags: ['watch'] })
  .input(z.strictObject({ ...Span, ...PageQuery }))
  .output(Entries);

/** Requests refused as not signed in (or wrongly), not allowed or too many, in sums. */
export const refusals = operation
  .route({ method: 'GET', path: '/watch/refusals', summary: '被拒绝的请求 · Requests refused', tags: ['watch'] })
  .input(z.strictObject({ ...Span, ...PageQuery }))
  .output(z.object({ rows: z.array(z.object({ at: Instant, route: z.string(), status: z.number().int(), personId: Uuid.nullable(), organisationId: Uuid.nullable(), times: z.number().int() })), total: z.number().int() }));

export const contract = { health, retryJob, audit, securityActs, refusals };
