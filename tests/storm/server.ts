import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type Victim = 'server' | 'database' | 'worker' | 'both';

/** The real server as its own process, and beside it a worker of its own if asked for; killed, and started again as an operator's supervisor would. */
export class Server {
  /** Milliseconds from the death of the server or the database to the first good answer. */
  readonly recoverMillis: number[] = [];
  readonly port: number;
  private readonly data: string;
  private readonly origin: string;
  private readonly entry: readonly string[];
  private child: ChildProcess | undefined;
  private worker: ChildProcess | undefined;
  private said = '';
  private done = false;
  private starting: Promise<void> = Promise.resolve();
  private working: Promise<void> = Promise.resolve();

  /** @param as the origin that people use, where it is not the server's own port; the program and its arguments, where they are not `main.ts serve` */
  constructor(data: string, port: number, as: { readonly origin?: string; readonly entry?: readonly string[] } = {}) {
    this.data = data;
    this.port = port;
    this.origin = as.origin ?? `http://localhost:${port}`;
    this.entry = as.entry ?? ['main.ts', 'serve'];
  }

  get pid(): number {
    return this.child!.pid!;
  }

  get log(): string {
    return this.said;
  }

  /** Starts the server, and again whenever it ends, until `stop`. */
  async start(): Promise<void> {
    const begun = performance.now();
    const child = this.spawned([...this.entry, '--port', String(this.port)]);
    this.child = child;
    this.starting = this.answers(child, begun);
    void once(child, 'exit').then(() => {
      if (this.done) return;
      this.starting = this.start();
      this.starting.catch(() => {});
    });
    await this.starting;
  }

  /** A worker beside the server, started again whenever it ends. It is waited for: one that met no running server would take the database for itself. */
  async startWorker(): Promise<void> {
    const worker = this.spawned(['main.ts', 'work']);
    this.worker = worker;
    void once(worker, 'exit').then(() => {
      if (!this.done) this.working = this.starting.then(() => this.startWorker());
    });
    while (worker.exitCode === null && worker.signalCode === null && !this.said.includes(`Working. Ctrl-C stops.`)) await setTimeout(20);
    this.said = this.said.replace('Working. Ctrl-C stops.', 'The worker works.');
  }

  private spawned(args: readonly string[]): ChildProcess {
    const child = spawn(process.execPath, [...args], {
      cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, QINGCAI_DATA: this.data, QINGCAI_LOG: 'warn', PORT: String(this.port), PUBLIC_ORIGIN: this.origin },
    });
    child.stderr!.on('data', (text: Buffer) => (this.said = (this.said + text.toString()).slice(-400_000)));
    return child;
  }

  private async answers(child: ChildProcess, since: number): Promise<void> {
    while (!(await this.isReady())) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended: ${this.said}`);
      await setTimeout(30);
    }
    this.recoverMillis.push(Math.round(performance.now() - since));
  }

  private isReady = (): Promise<boolean> => fetch(`http://localhost:${this.port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.ok, () => false);

  /** Resolves when the server answers again. */
  async up(): Promise<void> {
    await setTimeout(20);
    await this.starting;
  }

  /** kill -9, and waits until the whole answers again. A server whose database was killed stays: it brings the database back itself. */
  async kill(what: Victim): Promise<void> {
    await this.starting;
    await this.working;
    const child = this.child!;
    const killed = performance.now();
    const ended = what === 'server' || what === 'both' ? once(child, 'exit') : Promise.resolve();
    if (what === 'database' || what === 'both') killQuietly(this.postmaster());
    if (what === 'server' || what === 'both') killQuietly(child.pid!);
    if (what === 'worker' && this.worker?.pid !== undefined) killQuietly(this.worker.pid);
    await ended;
    await setTimeout(50);
    if (what === 'worker') await this.working;
    if (what === 'database') this.starting = this.answers(child, killed);
    await this.starting;
  }

  postmaster(): number {
    return Number(readFileSync(path.join(this.data, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Stops in order, and answers with the server's exit status. */
  async stop(): Promise<number | null> {
    await this.working;
    this.done = true;
    if (this.worker !== undefined) await ended(this.worker);
    return ended(this.child!);
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return child.exitCode;
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
