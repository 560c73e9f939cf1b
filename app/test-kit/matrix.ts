import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Json } from '#kernel/canonical.ts';
import type { Role, Rule } from '#kernel/policy.ts';
import type { Module } from '#platform/module.ts';
import type { TestPerson, TestPlatform } from './platform.ts';

/** Whose thing a request names: the caller's own organisation's, another's in the same city, another city's, or nobody's. */
export type Subject = 'own' | 'other-organisation' | 'other-city' | 'unknown';

/** A request to one route: the path below the origin, and the body of a write. Method and rule come from the contract and the policy. */
export type Sample = { readonly path: string; readonly body?: Json; readonly bytes?: Uint8Array<ArrayBuffer>; readonly headers?: Record<string, string> };

/**
 * What a module lends to the matrix test (its `test-kit/matrix.ts` exports `matrix: MatrixKit`).
 * `people` own the things under `own`: one person for every role that some rule of the module names.
 * `sample` gives a request that is valid but for its subject; null where the route names no such thing
 * (a list has no `unknown`). Things that a write consumes may be made anew in `sample`.
 */
export type MatrixKit = {
  world(t: TestPlatform): Promise<{
    readonly people: Partial<Record<Role, TestPerson>>;
    sample(route: string, as: Role | null, subject: Subject): Promise<Sample | null>;
  }>;
};

export type World = Awaited<ReturnType<MatrixKit['world']>>;

/** One route of one module, with the rule that its policy gives it. */
export type RouteUnderTest = { readonly module: string; readonly name: string; readonly method: string; readonly rule: Rule };

/** Every route that these modules serve, of JSON and of bytes. */
export const routesOf = (modules: readonly Module[]): RouteUnderTest[] => modules.flatMap((module) => [
  ...Object.entries(module.routes?.contract ?? {}).map(([name, procedure]) => ({ module: module.name, name, method: procedure['~orpc'].route.method ?? 'POST', rule: module.routes!.policy[name]! })),
  ...(module.byteRoutes ?? []).map((route) => ({ module: module.name, name: route.name, method: route.method, rule: route.rule })),
]);

/** The world that each module with routes lends; made one after another, since they share the platform's queue of jobs. */
export async function worldsOf(t: TestPlatform, modules: readonly Module[]): Promise<ReadonlyMap<string, World>> {
  const worlds = new Map<string, World>();
  for (const name of new Set(routesOf(modules).map((route) => route.module))) {
    const file = new URL(`../../modules/${name}/test-kit/matrix.ts`, import.meta.url);
    assert.ok(existsSync(file), `${name} has routes and lends no matrix kit`);
    const { matrix } = (await import(file.href)) as { matrix: MatrixKit };
    worlds.set(name, await matrix.world(t));
  }
  return worlds;
}
