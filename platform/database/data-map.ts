import type { DataMap } from '#kernel/data-map.ts';

const PASSING = { ground: 'duty', keep: 'passing' } as const;

/** What the platform's own schema holds, and the schema of the jobs. Events and jobs carry ids and figures, never words about people. */
export const dataMap: DataMap = {
  'platform.migration': 'plain',
  'platform.idempotency': {
    plain: ['key', 'route', 'request_hash', 'created_at'],
    from: 't.created_at',
    mapped: {
      scope: { is: ['谁发出的请求', 'whose request it was'], class: 'pseudonym', of: { starts: 'scope' }, ...PASSING, erase: 'row' },
      response: { is: ['对重复请求的答复', 'the answer for a repeated request'], class: 'statement', of: { starts: 'scope' }, ...PASSING, erase: 'row' },
    },
  },
  'platform.outbox': 'plain',
  'platform.outbox_delivery': 'plain',
  'platform.outbox_pending': 'plain',
  'graphile_worker.migrations': 'plain',
  'graphile_worker._private_jobs': 'plain',
  'graphile_worker._private_job_queues': 'plain',
  'graphile_worker._private_known_crontabs': 'plain',
  'graphile_worker._private_tasks': 'plain',
};
