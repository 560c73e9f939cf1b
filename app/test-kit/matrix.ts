import type { Json } from '#kernel/canonical.ts';
import type { Role } from '#kernel/policy.ts';
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
