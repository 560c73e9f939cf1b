import { httpApp } from '#app/server.ts';
import { startPlatform } from '#app/start.ts';
import { untilStopped } from '#app/verbs/until-stopped.ts';
import { listen } from '#platform/http/listen.ts';

/** The server on a database that may lose what was acknowledged. `serve` has no way to start so; it shows that a storm would notice. */
const running = await startPlatform({ progress: () => {}, mayLose: true });
const app = httpApp(running.platform, { publicOrigin: process.env['PUBLIC_ORIGIN']!, webFolder: null, ready: () => true });
const listening = await listen(app, Number(process.env['PORT']), '127.0.0.1');
await untilStopped();
await listening.stop();
await running.stop();
