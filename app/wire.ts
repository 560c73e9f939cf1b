import { cityBySlug } from '#modules/identity/index.ts';
import { entriesStatement, startSequencer } from '#modules/ledger/index.ts';
import { read, write, type WriteWiring } from '#platform/database/call.ts';
import type { Database } from '#platform/database/pool.ts';
import type { FileStore } from '#platform/files/index.ts';
import { wording as httpWording } from '#platform/http/wording.ts';
import type { ServedRoute, ServeWiring } from '#platform/http/serve.ts';
import { startCourier, type Courier } from '#platform/jobs/outbox.ts';
import { openBuckets } from '#platform/http/limits.ts';
import { refusalTally } from '#platform/http/tally.ts';
import { startRounds } from '#platform/jobs/rounds.ts';
import type { Logger } from '#platform/log.ts';
import type { Carriers } from '#platform/mail/carrier.ts';
import type { Confined, Consumer, Module, Wired } from '#platform/module.ts';
import type { SignOns } from '#platform/http/sign-on.ts';
import type { Vault } from '#platform/vault.ts';
import { makeWords } from '#platform/wording.ts';
import { INSIDE_ONLY } from './carriers.ts';
import { dataMapOf } from './data-map.ts';
import { modules as everyModule } from './modules.ts';

/** The whole platform, wired: what the server, the worker, the demo and the tests stand on. */
export type Platform = {
  readonly modules: readonly Module[];
  readonly serve: ServeWiring;
  readonly wired: Wired;
  /** The same for jobs and rounds: what they read and write is on duty. */
  readonly working: Wired;
  /** The courier's table: a consumer's name is `module event`. */
  readonly consumers: ReadonlyMap<string, Consumer>;
  /** Starts the sequencer, the courier and the rounds of the modules; they live until `stop`. */
  startBackground(): { stop(): Promise<void>; readonly courier: Courier };
  /** Every told time comes through here; only the demo and tests may use it. */
  writing(): WriteWiring;
};

export function wire(parts: { database: Database; files: FileStore; confined: (module: string) => Confined; log: Logger; vault: Vault; signOns?: SignOns; carriers?: Carriers; modules?: readonly Module[] }): Platform {
  const modules = parts.modules ?? everyModule;
  const carriers = parts.carriers ?? INSIDE_ONLY;
  const words = makeWords([httpWording, ...modules.flatMap((m) => (m.wording === undefined ? [] : [m.wording]))]);
  const consumers = new Map<string, Consumer>();
  const byEvent = new Map<string, string[]>();
  for (const module of modules) {
    for (const [event, consumer] of Object.entries(module.consumes ?? {})) {
      const name = `${module.name} ${event}`;
      consumers.set(name, consumer);
      byEvent.set(event, [...(byEvent.get(event) ?? []), name]);
    }
  }
  let nudge: WriteWiring['committed'] = () => {};
  const writing: WriteWiring = {
    database: parts.database,
    entries: entriesStatement,
    consumersOf: (event) => byEvent.get(event) ?? [],
    committed: (left) => nudge(left),
  };
  const cities = new Map<string, { until: number; city: Awaited<ReturnType<typeof cityBySlug>> }>();
  const dataMap = dataMapOf(modules);
  const serve: ServeWiring = {
    ...writing,
    words,
    dataMap,
    vault: parts.vault,
    signOns: parts.signOns ?? new Map(),
    files: parts.files,
    buckets: openBuckets(),
    channels: { mail: carriers.mail !== null, sms: carriers.sms !== null },
    served: modules.flatMap(routesOf),
    // A city's name hardly ever changes and every request asks for it.
    async cityBySlug(slug) {
      const known = cities.get(slug);
      if (known !== undefined && known.until > performance.now()) return known.city;
      const city = await cityBySlug(parts.database.kysely, slug);
      if (city !== undefined) cities.set(slug, { until: performance.now() + 10_000, city });
      return city;
    },
  };
  const wired: Wired = {
    database: parts.database, files: parts.files, confined: parts.confined, words, log: parts.log, vault: parts.vault, carriers, dataMap, refusals: refusalTally(), deadlines: modules.flatMap((m) => m.deadlines ?? []),
    read: (caller, look) => read(parts.database, caller, look),
    write: (caller, act, unrecorded) => write(writing, caller, act, unrecorded === undefined ? {} : { unrecorded }),
  };
  const working: Wired = {
    ...wired,
    read: (caller, look) => read(parts.database, caller, look, { duty: 'job' }),
    write: (caller, act, unrecorded) => write(writing, caller, act, { duty: 'job', ...(unrecorded === undefined ? {} : { unrecorded }) }),
  };
  return {
    modules, serve, wired, working, consumers, writing: () => writing,
    startBackground() {
      const sequencer = startSequencer(parts.database, parts.log);
      const courier = startCourier(writing, consumers, parts.log);
      const rounds = modules.flatMap((m) => m.rounds ?? []).map((round) => startRounds(() => round.turn(working), 0, parts.log, round.fault, round.everyMillis));
      nudge = (left) => {
        if (left.entries) sequencer.nudge();
        if (left.events) courier.nudge();
      };
      return {
        courier,
        async stop() {
          nudge = () => {};
          // The courier's last delivery and a last turn leave entries too.
          await Promise.all([courier.stop(), ...rounds.map((round) => round.stop())]);
          await sequencer.stop();
        },
      };
    },
  };
}

/** Every route of a module, those that carry bytes among them. */
const routesOf = (module: Module): ServedRoute[] => [
  ...Object.entries(module.routes?.contract ?? {}).map(([name, procedure]) => {
    const { method = 'POST', summary = name } = procedure['~orpc'].route;
    return { module: module.name, name, method, summary, rule: module.routes!.policy[name]! };
  }),
  ...(module.byteRoutes ?? []).map(({ name, method, summary, rule }) => ({ module: module.name, name, method, summary, rule })),
];
