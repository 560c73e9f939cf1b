import { isContractProcedure, type ContractProcedure, type ErrorMap, type InferSchemaInput, type InferSchemaOutput, type Schema } from '@orpc/contract';
import { implement, ORPCError, type AnyRouter } from '@orpc/server';
import type { Json } from '#kernel/canonical.ts';
import type { DataMap } from '#kernel/data-map.ts';
import { judgeAccess, type Actor, type Rule } from '#kernel/policy.ts';
import type { Result } from '#kernel/result.ts';
import { COMMON_REFUSALS, type CommonRefusal } from '#kernel/wire.ts';
import { read, write, type Caller, type ReadCall, type WriteCall, type WriteWiring } from '#platform/database/call.ts';
import type { Buckets, Demand } from '#platform/http/limits.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { SignOns } from '#platform/http/sign-on.ts';
import type { Vault } from '#platform/vault.ts';
import type { Words } from '#platform/wording.ts';
import { turnstile } from './turnstile.ts';

export type City = { readonly id: string; readonly slug: string; readonly nameZh: string; readonly nameEn: string; readonly demo: boolean };

/** What the server knows of a request before any operation runs. */
export type RequestContext = {
  readonly requestId: string;
  readonly actor: Actor | null;
  readonly idempotencyKey: string | null;
  /** Sets a cookie or header of the answer; only the session routes use it. */
  readonly answer: { readonly headers: Headers };
  /** The client's, see client-address.ts. */
  readonly address: string;
  /** The origin under which people reach the platform; passkeys are bound to it. */
  readonly publicOrigin: string;
  /** The headers of the same names, empty where there are none: only identity reads them. */
  readonly cookie: string;
  readonly userAgent: string;
};

// eslint-disable-next-line typescript/no-explicit-any -- any contract at all: the handlers below take their types from it
type AnyProcedure = ContractProcedure<any, any, any, any>;
export type Contract = Readonly<Record<string, AnyProcedure>>;

type Codes<P> = P extends ContractProcedure<Schema<unknown, unknown>, Schema<unknown, unknown>, infer E extends ErrorMap, object> ? keyof E & string : never;
type In<P> = P extends ContractProcedure<infer I, infer _O, infer _E, infer _M> ? InferSchemaOutput<I> : never;
type Out<P> = P extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? InferSchemaInput<O> : never;

/** The city of the path, as its own fact: null on routes of the platform. */
export type Place = { readonly city: City | null; readonly request: RequestContext; readonly vault: Vault; readonly signOns: SignOns };
export type ReadHandler<P> = (call: ReadCall & Place, input: In<P>) => Promise<Result<Out<P>, Codes<P>>>;
export type WriteHandler<P> = (call: WriteCall & Place, input: In<P>) => Promise<Result<Out<P>, Codes<P>>>;

/** Every operation of a contract has its rule; leaving one out does not compile. */
export type PolicyOf<C extends Contract> = { readonly [K in keyof C]: Rule };

export type Handlers<C extends Contract> = {
  readonly reads?: { readonly [K in keyof C]?: ReadHandler<C[K]> };
  readonly writes?: { readonly [K in keyof C]?: WriteHandler<C[K]> };
  /** From which buckets a write takes before anything else is done for it. */
  readonly limits?: { readonly [K in keyof C]?: (place: Place, input: In<C[K]>) => Limited };
};

/** `lane`: those in another lane of a slow route do not stand in the way of these. */
export type Limited = { readonly demands: readonly Demand[]; readonly lane?: string };

/** A route as it is served: what it is called, what it does in words, who may. */
export type ServedRoute = { readonly module: string; readonly name: string; readonly method: string; readonly summary: string; readonly rule: Rule };

export type ServeWiring = WriteWiring & {
  readonly words: Words;
  readonly buckets: Buckets;
  readonly vault: Vault;
  readonly signOns: SignOns;
  readonly files: FileStore;
  /** What each column of the database holds of a person or of a secret. */
  readonly dataMap: DataMap;
  /** Which ways out of the platform are configured: pages say so. */
  readonly channels: { readonly mail: boolean; readonly sms: boolean };
  /** Every route of every module. */
  readonly served: readonly ServedRoute[];
  cityBySlug(slug: string): Promise<City | undefined>;
};

/** The module's routes: contract, policy and handlers, held together. Wired once in app/. */
export type Routes = { readonly contract: Contract; readonly policy: Readonly<Record<string, Rule>>; router(module: string, wiring: ServeWiring): AnyRouter };

/**
 * Joins a contract with its policy and its handlers. GET looks, everything else acts; each operation has exactly one handler.
 * @throws at start where a handler or a rule is missing or stands in the wrong half.
 */
export function serve<C extends Contract>(contract: C, policy: PolicyOf<C>, handlers: Handlers<C>): Routes {
  for (const [name, procedure] of Object.entries(contract)) {
    const looks = (procedure['~orpc'].route.method ?? 'POST') === 'GET';
    const [mine, other] = looks ? [handlers.reads, handlers.writes] : [handlers.writes, handlers.reads];
    if (policy[name] === undefined) throw new Error(`${name} has no rule in the policy`);
    if (mine?.[name] === undefined || other?.[name] !== undefined) throw new Error(`${name} needs one handler among the ${looks ? 'reads' : 'writes'}`);
  }
  return { contract, policy, router: (module, wiring) => routerOf(module, contract, policy, handlers, wiring) };
}

function routerOf<C extends Contract>(module: string, contract: C, policy: PolicyOf<C>, handlers: Handlers<C>, wiring: ServeWiring): AnyRouter {
  const router: Record<string, AnyRouter> = {};
  for (const [name, procedure] of Object.entries(contract)) {
    if (!isContractProcedure(procedure)) continue;
    const rule = policy[name];
    const look = handlers.reads?.[name] as ReadHandler<AnyProcedure> | undefined;
    const act = handlers.writes?.[name] as WriteHandler<AnyProcedure> | undefined;
    const limit = handlers.limits?.[name] as ((place: Place, input: unknown) => Limited) | undefined;
    router[name] = implement(procedure).$context<RequestContext>().handler(async ({ input, context }) => {
      const refused = refusing(module, wiring.words, procedure);
      const given = input as { readonly city?: string };
      const city = given.city === undefined ? null : ((await wiring.cityBySlug(given.city)) ?? null);
      if (given.city !== undefined && city === null) throw refused('city-unknown', 'city');
      const access = judgeAccess(rule, context.actor, city?.id ?? null);
      if (access !== 'allowed') throw refused(access);
      const caller: Caller = { actor: context.actor, cityId: city?.id ?? null, requestId: context.requestId };
      const place: Place = { city, request: context, vault: wiring.vault, signOns: wiring.signOns };
      const result = look !== undefined
        ? await read(wiring.database, caller, (call) => look({ ...call, ...place }, input))
        : await actOnce({ route: `${module}.${name}`, rule: rule!, act: act!, limited: limit?.(place, input) ?? { demands: [] } }, wiring, caller, place, input as Json, refused);
      if (!result.ok) throw refused(result.refusal.code, result.refusal.field, result.refusal.facts);
      return result.value as unknown;
    }) as AnyRouter;
  }
  return router as AnyRouter;
}

type Act = { readonly route: string; readonly rule: Rule; readonly act: WriteHandler<AnyProcedure>; readonly limited: Limited };
async function actOnce({ route, rule, act, limited }: Act, wiring: ServeWiring, caller: Caller, place: Place, input: Json, refused: Refuser): Promise<Result<unknown>> {
  const key = place.request.idempotencyKey;
  if (key === null) throw refused('idempotency-key-missing', 'Idempotency-Key');
  const taken = wiring.buckets.take(limited.demands);
  if (!taken.ok) {
    place.request.answer.headers.set('Retry-After', String(taken.retrySeconds));
    throw refused('too-many', undefined, { seconds: taken.retrySeconds });
  }
  const doing = (): Promise<Result<unknown>> => write(wiring, caller, (call) => act({ ...call, ...place }, input as never) as Promise<Result<Json, string>>, rule.secret === true ? {} : { repeat: { key, route, request: withoutSecrets(input) } });
  const turn = rule.slow === true ? turnstile(limited.lane ?? 'everyone')(doing) : doing();
  if (turn === undefined) {
    taken.forgive();
    place.request.answer.headers.set('Retry-After', '5');
    throw refused('busy');
  }
  const result = await turn;
  if (result.ok) taken.forgive();
  return result;
}

/** The request as its stored hash may know it: a quick hash over a password would let a thief of the database guess it. */
const withoutSecrets = (input: Json): Json => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const { password: _, ...rest } = input as { readonly [key: string]: Json };
  return rest;
};

type Refuser = (code: string, field?: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => ORPCError<string, unknown>;

/** The refusal as it leaves: code, status from the contract, field, facts, and the wording in both languages. */
function refusing(module: string, words: Words, procedure: AnyProcedure): Refuser {
  const errors = procedure['~orpc'].errorMap as Record<string, { status?: number } | undefined>;
  return (code, field, facts) => {
    const status = errors[code]?.status ?? COMMON_REFUSALS[code as CommonRefusal];
    if (status === undefined) throw new Error(`the contract of ${module} does not list the refusal ${code}`);
    const id = code in COMMON_REFUSALS ? `refusal.${code}` : `${module}.refusal.${code}`;
    return new ORPCError(code, { status, message: code, data: { ...(field === undefined ? {} : { field }), ...(facts === undefined ? {} : { facts }), text: words.both(id, facts) } });
  };
}
