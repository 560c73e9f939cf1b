import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { lastObservation } from '#modules/watch/index.ts';
import type { Database } from '#platform/database/pool.ts';

/** Figures of this process and of the last observation in Prometheus' text format. Labels hold route templates, methods and states: never an id or a name. */
export type Metrics = { request(method: string, route: string, status: number, millis: number): void; text(): Promise<string>; readonly type: string };

export function metrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'qingcai_' });
  const requests = new Histogram({ name: 'qingcai_http_request_seconds', help: 'Requests to the interface, by route template', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10], registers: [registry] });
  const pool = new Gauge({
    name: 'qingcai_database_connections', help: 'Connections of this process', labelNames: ['state'], registers: [registry],
    collect() {
      for (const [state, count] of [['open', database.pool.totalCount], ['idle', database.pool.idleCount], ['waited-for', database.pool.waitingCount]] as const) pool.set({ state }, count);
    },
  });
  const gauges = Object.fromEntries((['jobs_waiting', 'jobs_failed', 'events_waiting', 'entries_waiting', 'entries_oldest_seconds', 'disk_free_bytes', 'disk_bytes', 'database_bytes', 'backup_age_seconds', 'observed_age_seconds'] as const)
    .map((name) => [name, new Gauge({ name: `qingcai_${name}`, help: `As last observed: ${name.replaceAll('_', ' ')}`, registers: [registry] })])) as Record<string, Gauge>;
  return {
    type: registry.contentType,
    request: (method, route, status, millis) => requests.observe({ method, route, status: String(status) }, millis / 1000),
    async text() {
      const seen = await lastObservation(database);
      if (seen !== undefined) {
        const { body } = seen;
        const age = (at: string | null): number => (at === null ? Number.NaN : (seen.now.getTime() - new Date(at).getTime()) / 1000);
        gauges['jobs_waiting']!.set(body.jobsWaiting);
        gauges['jobs_failed']!.set(body.jobsFailed);
        gauges['events_waiting']!.set(body.eventsWaiting);
        gauges['entries_waiting']!.set(body.entriesWaiting);
        gauges['entries_oldest_seconds']!.set(body.oldestEntryAt === null ? 0 : age(body.oldestEntryAt));
        gauges['disk_free_bytes']!.set(body.diskFree);
        gauges['disk_bytes']!.set(body.diskTotal);
        gauges['database_bytes']!.set(body.databaseBytes);
        gauges['backup_age_seconds']!.set(age(body.lastBackupAt));
        gauges['observed_age_seconds']!.set(age(seen.at.toISOString()));
      }
      return registry.metrics();
    },
  };
}

const SHORTEST_TOKEN = 32;

/** Whether the header bears the token, compared in constant time. A short token counts as none. */
export function isToken(header: string | undefined, token: string | null): boolean {
  if (token === null || token.length < SHORTEST_TOKEN || header === undefined) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header), digest(`Bearer ${token}`));
}
