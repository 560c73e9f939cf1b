// Loaded before everything else: when boot.mjs is killed without a chance to forward a signal, end in the ordinary way.
import { isMainThread } from 'node:worker_threads';

const boot = Number(process.env.QINGCAI_BOOT_PID);
// Removed, so that processes started from here do not watch a parent that is not theirs.
if (isMainThread) delete process.env.QINGCAI_BOOT_PID;
if (isMainThread && boot && process.ppid === boot) {
  const watch = setInterval(() => {
    if (process.ppid === boot) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
    // A graceful end has this long (open requests, the database's last checkpoint).
    setTimeout(() => process.exit(1), 30_000).unref();
  }, 500);
  watch.unref();
}
