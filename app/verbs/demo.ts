import { demoIsWhole, loadDemoWhereEmpty } from '../demo/load.ts';
import { startPlatform } from '../start.ts';

/** Loads the demonstration into an empty platform. Exit 1 where something is there already that is not the whole demonstration. */
export async function demo(): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const running = await startPlatform({ progress: say });
  try {
    if (await loadDemoWhereEmpty(running.platform, process.env['PUBLIC_ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`, say)) return 0;
    if (await demoIsWhole(running.platform)) {
      say('The demonstration is loaded already.');
      return 0;
    }
    say('The platform holds data that is not the whole demonstration. `npm run reset` starts over.');
    return 1;
  } finally {
    await running.stop();
  }
}
