import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { platformOn, type TestPlatform } from '#app/test-kit/platform.ts';
import { startEmbedded, type Embedded } from '#platform/database/embedded.ts';
import { migrate } from '#platform/database/migrate.ts';

/** A durable database (fsync, full_page_writes, synchronous_commit on) with an empty platform on it. */
export async function ground(): Promise<{ t: TestPlatform; cluster: Embedded; data: string; close(): Promise<void> }> {
  const data = await mkdtemp(path.join(tmpdir(), 'qingcai-bench-'));
  const cluster = await startEmbedded({ dataDir: data, durable: true });
  await migrate(cluster.ownerUrl, 'qingcai_app');
  const { platform, close } = await platformOn({ ...cluster, folder: path.join(data, 'files') });
  return {
    t: platform, cluster, data,
    async close() {
      await close();
      await cluster.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
