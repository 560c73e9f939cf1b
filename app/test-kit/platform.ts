import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { runOnce, Logger as JobLogger } from 'graphile-worker';
import type { Json } from '#kernel/canonical.ts';
import { UNIT_ADMINISTRATOR, type Actor, type Role } from '#kernel/policy.ts';
import { must, ok, type Result } from '#kernel/result.ts';
import { enrol, foundCity, newToken, registerOrganisation } from '#modules/identity/index.ts';
import { SESSION_COOKIE } from '#modules/identity/cookie.ts';
import { actorOfToken } from '#modules/identity/index.ts';
import { insertSession } from '#modules/identity/store/sessions.ts';
import { sessionEnd } from '#modules/identity/domain/session.ts';
import { chainBatch } from '#modules/ledger/index.ts';
import { newId } from '#platform/clock.ts';
import { write, type WriteCall } from '#platform/database/call.ts';
import { onDuty, testDatabase } from '#platform/database/embedded-for-tests.ts';
import { openDatabase, type Database } from '#platform/database/pool.ts';
import { folderStore } from '#platform/files/index.ts';
import { deliverOne } from '#platform/jobs/outbox.ts';
import type { SignOns } from '#platform/http/sign-on.ts';
import { silent } from '#platform/log.ts';
import type { Carriers } from '#platform/mail/carrier.ts';
import { vaultOf } from '#platform/vault.ts';
import { INSIDE_ONLY } from '../carriers.ts';
import { openConfined } from '../confined.ts';
import { modules } from '../modules.ts';
import { httpApp } from '../server.ts';
import { wire, type Platform } from '../wire.ts';

export const ORIGIN = 'http://localhost:3000';

export type TestCity = { readonly id: string; readonly slug: string };
/** A person with one membership and an open session. */
export type TestPerson = { readonly personId: string; readonly organisationId: string; readonly membershipId: string; readonly cookie: string; readonly actor: Actor; readonly login: string };
// oxlint-disable-next-line typescript/no-explicit-any -- a test reads an answer as the contract it asked says
export type Answer = { readonly status: number; readonly body: any; readonly headers: Headers };

export type TestPlatform = {
  readonly platform: Platform;
  /** The owner of the database: for tests that tamper. */
  readonly ownerUrl: string;
  readonly huzhou: TestCity;
  /** A second city, so that separation is proved. */
  readonly yunxi: TestCity;
  /** A request in process, as the person or as nobody; writes get an Origin, a fresh Idempotency-Key and an address of their own unless given. */
  request(method: string, path: string, options?: { as?: TestPerson | undefined; body?: Json | undefined; key?: string; headers?: Record<string, string>; bytes?: Uint8Array<ArrayBuffer>; address?: string }): Promise<Answer>;
  /** Enrols a person in a new organisation (or in the organisation of another person), with a session that stays fresh for grave acts unless told when it was touched. */
  person(role: Role, options?: { city?: TestCity; with?: TestPerson; name?: string; roles?: readonly Role[]; password?: string; touchedAt?: Date }): Promise<TestPerson>;
  /** The database past the second fence: for tests that look at what was stored. */
  readonly everything: Database;
  /** Acts through the write wrapper, as the person or as the platform (on the duty of founding), at a told instant if given. */
  act<T extends Json | void, C extends string>(who: { as?: TestPerson; city?: TestCity; told?: Date }, act: (call: WriteCall) => Promise<Result<T, C>>): Promise<Result<T, C | 'idempotency-key-reused'>>;
  /** Runs jobs, deliveries, rounds and the sequencer until nothing is left. */
  drain(): Promise<void>;
};

let addresses = 0;
/** Requests of a test come from different places unless it says otherwise: limits by address are a matter of their own tests. */
const nextAddress = (): string => `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses++ & 255}`;

/** A whole platform on this test file's own database: `const t = await testPlatform()` at the top of the file. */
export async function testPlatform(options: { carriers?: Carriers; signOns?: SignOns } = {}): Promise<TestPlatform> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qingcai-files-'));
  const { platform, close } = await platformOn({ ...(await testDatabase()), folder, ...options });
  after(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });
  return platform;
}

/** The same on a migrated database and a folder of the caller's own, who closes it: for tests that stop and start the real server. */
export async function platformOn({ appUrl, ownerUrl, folder, carriers = { ...INSIDE_ONLY, origin: ORIGIN }, signOns = new Map() }: { appUrl: string; ownerUrl: string; folder: string; carriers?: Carriers; signOns?: SignOns }): Promise<{ platform: TestPlatform; close(): Promise<void> }> {
  const database = openDatabase(appUrl, silent, { max: 20 });
  const everything = openDatabase(onDuty(appUrl, 'founding'), silent, { max: 2 });
  const files = await folderStore(folder);
  const confined = openConfined(modules, silent, 1);
  const platform = wire({ database, files, confined: confined.of, log: silent, carriers, vault: vaultOf(randomBytes(32)), signOns });
  const app = httpApp(platform, { publicOrigin: ORIGIN, webFolder: null, ready: () => true });
  const close = async (): Promise<void> => {
    await confined.close();
    await everything.close();
    await database.close();
  };

  const act: TestPlatform['act'] = (who, doing) =>
    write(platform.writing(), { actor: who.as?.actor ?? null, cityId: who.city?.id ?? null, requestId: newId() }, doing, {
      ...(who.told === undefined ? {} : { told: who.told }), ...(who.as === undefined ? { duty: 'founding' } : {}),
    });

  const found = async (slug: string, nameZh: string, nameEn: string): Promise<TestCity> => {
    const { cityId } = must(await act({}, async (call) => ok(await foundCity(call, { slug, nameZh, nameEn, demo: true }))));
    return { id: cityId, slug };
  };
  const huzhou = await found('huzhou', '湖州市', 'Huzhou');
  const yunxi = await found('yunxi', '云溪市', 'Yunxi');

  const t: TestPlatform = {
    platform, ownerUrl, huzhou, yunxi, act, everything,
    async request(method, target, options = {}) {
      const headers = new Headers(options.headers);
      if (options.as !== undefined) headers.set('Cookie', options.as.cookie);
      if (method !== 'GET') {
        if (!headers.has('Origin')) headers.set('Origin', ORIGIN);
        if (!headers.has('Idempotency-Key')) headers.set('Idempotency-Key', options.key ?? newId());
      }
      const body = options.bytes ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
      if (options.body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
      if (body !== undefined && !headers.has('Content-Length')) headers.set('Content-Length', String(typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength));
      const response = await app.request(new Request(`${ORIGIN}${target}`, { method, headers, ...(body === undefined ? {} : { body }) }), undefined, { incoming: { socket: { remoteAddress: options.address ?? nextAddress() } } });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : (response.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : text };
    },
    async person(role, options = {}) {
      const kind = role === UNIT_ADMINISTRATOR ? (options.with?.actor.organisationKind ?? 'buyer') : (role.split('.')[0] as Actor['organisationKind'] & string);
      const city = ['buyer', 'centre', 'housing', 'finance'].includes(kind) ? (options.city ?? huzhou) : null;
      const login = `u-${newId().slice(-12)}`;
      const token = newToken();
      const made = must(await act({}, async (call) => {
        const organisationId = options.with?.organisationId ?? must(await registerOrganisation(call, { kind, name: `${options.name ?? kind} ${login}`, creditCode: null, homeCityId: city?.id ?? null, demo: true })).organisationId;
        const person = must(await enrol(call, { name: options.name ?? login, login, ...(options.password === undefined ? { password: 'not-used-in-tests', passwordHash: 'none' } : { password: options.password }), organisation: { id: organisationId, kind }, roles: options.roles ?? [role], demo: true }));
        await insertSession(call.tx, { id: newId(), tokenHash: token.hash, personId: person.personId, membershipId: person.membershipId, endsAt: sessionEnd(call.now), way: 'password', device: '', touchedAt: options.touchedAt ?? sessionEnd(call.now) }, call.now);
        return ok({ ...person, organisationId });
      }));
      const actor = await actorOfToken(database.kysely, token.hash);
      return { ...made, cookie: `${SESSION_COOKIE}=${token.token}`, actor: actor!, login };
    },
    async drain() {
      const tasks = Object.fromEntries(modules.flatMap((m) => Object.entries(m.jobs ?? {}).map(([task, handle]) => [task, (payload: unknown) => handle(payload as Json, platform.working)])));
      const consumers = platform.consumers;
      // A worker of the same platform may hold a job or a delivery: what it holds is waited for.
      for (const until = performance.now() + 60_000; ; ) {
        if (Object.keys(tasks).length > 0) await runOnce({ pgPool: database.pool, taskList: tasks, noHandleSignals: true, logger: new JobLogger(() => () => {}) });
        while (await deliverOne(platform.writing(), consumers, silent)) continue;
        for (const round of modules.flatMap((m) => m.rounds ?? [])) while (await round.turn(platform.working)) continue;
        const { rows } = await everything.pool.query<{ open: boolean }>(`select exists (select from platform.outbox_pending where not_before <= now())
          or exists (select from graphile_worker._private_jobs j join graphile_worker._private_tasks task on task.id = j.task_id
            where j.attempts < j.max_attempts and j.run_at <= now() and task.identifier = any($1)) as open`, [Object.keys(tasks)]);
        if (rows[0]?.open !== true || performance.now() > until) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      while ((await chainBatch(database)) > 0) continue;
    },
  };
  return { platform: t, close };
}
