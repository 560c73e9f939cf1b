import { startPlatform } from '../start.ts';
import { untilStopped } from './until-stopped.ts';

export async function work(): Promise<number> {
  const running = await startPlatform({ progress: (line) => process.stderr.write(`${line}\n`), shareRunning: true });
  process.stderr.write('Working. Ctrl-C stops.\n');
  await untilStopped();
  await running.stop();
  return 0;
}
