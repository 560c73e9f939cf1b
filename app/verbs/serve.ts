import { parseArgs } from 'node:util';
import path from 'node:path';
import { httpApp } from '../server.ts';
import { listen } from '#platform/http/listen.ts';
import { startPlatform } from '../start.ts';
import { untilStopped } from './until-stopped.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

export async function serve(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { demo: { type: 'boolean' }, build: { type: 'boolean' }, port: { type: 'string' } } });
  const port = Number(values.port ?? process.env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    say('The port must be a number from 0 to 65535.');
    return 64;
  }
  const publicOrigin = (process.env['PUBLIC_ORIGIN'] ?? `http://localhost:${port}`).replace(/\/$/, '');
  const origin = new URL(publicOrigin);
  if (origin.protocol !== 'https:' && origin.hostname !== 'localhost') {
    say(`PUBLIC_ORIGIN must be https (or http://localhost): sessions travel in Secure cookies. It is ${publicOrigin}.`);
    return 64;
  }
  const webFolder = path.resolve(import.meta.dirname, '../../dist/web');
  if (values.build === true) await (await import('../build.ts')).buildWebWhereStale(say);
  const running = await startPlatform({ progress: say, publicOrigin });
  let ready = false;
  try {
    if (values.demo === true) await (await import('../demo/load.ts')).loadDemoWhereEmpty(running.platform, publicOrigin, say);
    const app = httpApp(running.platform, { publicOrigin, webFolder, ready: () => ready, clientHeader: process.env['QINGCAI_CLIENT_HEADER'] ?? null, metricsToken: process.env['QINGCAI_METRICS_TOKEN'] ?? null });
    const listening = await listen(app, port, process.env['HOST'] ?? '127.0.0.1', { publicOrigin });
    ready = true;
    say(`\n青采 is served at ${publicOrigin}\n`);
    if (values.demo === true) (await import('../demo/logins.ts')).printLogins(publicOrigin, say);
    await untilStopped();
    ready = false;
    say('\nStopping …');
    await listening.stop();
    return 0;
  } finally {
    await running.stop();
  }
}
