import fc from 'fast-check';
import { misfit, resolved, type Schema, type Schemas } from './fits.ts';

/* From a schema, what may be sent: right, nearly right, wrong, absurd. */

/** Stands where an id belongs; the request puts one in that an earlier reply gave, by preference under the same name. */
export const reuse = (name: string): fc.Arbitrary<string> => fc.nat(999).map((n) => `reuse|${name}|${n}`);
export const isReuse = (text: unknown): text is `reuse|${string}` => typeof text === 'string' && text.startsWith('reuse|');

const UUID = '^[0-9a-f]{8}-';

/** Text that has broken readers: empty, steering, half characters, NUL, quotes, paths, numbers that are none, days that are none. */
export const TRICKY = [
  '', ' ', '\t', '\n', '\0', 'a\0b', '\ud800', 'a\udfffb', '\ufeff', '\u202egnp.exe', 'e\u0301', '👩‍👩‍👧‍👦', '𠮷', '㍿', 'İ', 'ß', '\u2028', "'", "'; drop table orders.contract; --", '" or 1=1', '%', '_', '\\', '\\u0000', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', '=1+1', '@SUM(A1)', '../../etc/passwd', '..', '/', 'null', 'undefined', 'true', 'NaN', '0', '-0', '-1', '1e9', '1e400', '0x10', '٣', '１２', '99999999999999999999', '0.00000000000000000001', '999999999999999.99', '-0.01', '2026-02-30', '0000-00-00', '0001-01-01', '9999-12-31', '275760-09-13', '2026-11-22T25:00:00Z', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'A00', 'Z99', 'B11-99', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-4fff-bfff-ffffffffffff', 'huzhou', 'yunxi',
] as const;

const text: fc.Arbitrary<string> = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...TRICKY) }, { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) }, { weight: 1, arbitrary: fc.integer({ min: 200, max: 60_000 }).map((n) => '长'.repeat(n)) });
const number: fc.Arbitrary<number> = fc.oneof(fc.constantFrom(0, -0, -1, 1, 0.1, 1e-7, 2 ** 31, 2 ** 53, -(2 ** 53), 2 ** 63, 1e21, 1e308), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** Any JSON at all, with a taste for what breaks readers. */
export const anything: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom(null, true, false), text, number, fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.oneof(fc.constantFrom(...TRICKY), fc.string({ maxLength: 8 })), tie('value'), { maxKeys: 4 })),
})).value;

/** Values that fit the schema. `name` is that of the property it stands under. */
export function fitting(schema: Schema, all: Schemas, name = ''): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return fitting(resolved(schema.$ref, all), all, name);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => fitting(one, all, name)));
  switch ([schema.type].flat()[0]) {
    case 'string': return fittingText(schema, all, name);
    case 'integer': return fc.integer({ min: Math.max(schema.minimum ?? -1000, -(2 ** 31)), max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    case 'number': return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    case 'array': return fc.array(fitting(schema.items ?? {}, all, name), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3) });
    case 'object': return fittingObject(schema, all);
    default: return anything;
  }
}

function fittingText(schema: Schema, all: Schemas, name: string): fc.Arbitrary<string> {
  if (schema.pattern?.startsWith(UUID) === true) return fc.oneof({ weight: 9, arbitrary: reuse(name) }, { weight: 1, arbitrary: fc.uuid({ version: 7 }) });
  const bounds = { minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 60, (schema.minLength ?? 0) + 60) };
  const plain = fc.string({ unit: 'grapheme', ...bounds }).filter((one) => misfit(one, schema, all) === undefined);
  // What a pattern lets in beyond letters cannot be built from it (\p{…}); there plain text fits most of the time.
  if (schema.pattern === undefined || schema.pattern.includes('\\p')) return plain;
  return fc.stringMatching(new RegExp(schema.pattern, 'u')).filter((one) => misfit(one, schema, all) === undefined);
}

function fittingObject(schema: Schema, all: Schemas): fc.Arbitrary<unknown> {
  const required = new Set(schema.required ?? []);
  const parts = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, fitting(one, all, name)] as const);
  return fc.record(Object.fromEntries(parts), { requiredKeys: parts.map(([name]) => name).filter((name) => required.has(name)) });
}

/** One place of a value, and what to put there. */
export type Change = { readonly at: number; readonly how: 'tweak' | 'replace' | 'remove' | 'add' | 'repeat'; readonly to: unknown };
export const aChange: fc.Arbitrary<Change> = fc.record({ at: fc.nat(199), how: fc.constantFrom('tweak', 'tweak', 'tweak', 'replace', 'replace', 'remove', 'add', 'repeat'), to: anything });

/** The value with one of its places changed; places are counted in the order in which they are met. */
export function changed(value: unknown, change: Change): unknown {
  const places = placesOf(value);
  const chosen = places[change.at % places.length]!;
  const copy: unknown = structuredClone(value);
  if (chosen.length === 0) return change.how === 'replace' ? change.to : copy;
  const nth = Math.floor(change.at / places.length) + chosen.length;
  const parent = chosen.slice(0, -1).reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], copy) as Record<string | number, unknown>;
  const last = chosen.at(-1)!;
  if (change.how === 'tweak') parent[last] = tweaked(parent[last], nth);
  else if (change.how === 'remove' && !Array.isArray(parent)) delete parent[last];
  else if (change.how === 'add' && !Array.isArray(parent)) parent[`${String(last)}2`] = change.to;
  else if (change.how === 'repeat' && Array.isArray(parent[last])) parent[last] = Array.from({ length: 300 }, () => (parent[last] as unknown[])[0] ?? change.to);
  else parent[last] = change.to;
  return copy;
}

const DECIMALS = ['0', '0.00', '1', '0.01', '-1', '1.5', '0.001', '1000000', '99999999999999.99', '007'];
const DAYS = ['2026-11-22', '2026-11-23', '2026-02-29', '2027-12-31', '1999-01-01', '9999-12-31', '0001-01-01'];

/** The nearest neighbours of a right value: of its own kind, and still wrong more often than not. */
function tweaked(value: unknown, n: number): unknown {
  const one = <T>(choices: readonly T[]): T => choices[n % choices.length]!;
  if (typeof value === 'number') return one([value + 1, value - 1, 0, -value, value * 1000]);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return one([[], [...(value as unknown[]), ...(value as unknown[])], value.slice(1), value.toReversed()]);
  if (typeof value !== 'string') return one(['', '0', 0, false, []]);
  if (isReuse(value) || /^[0-9a-f]{8}-/.test(value)) return `reuse||${n}`;
  if (/^-?\d+(\.\d+)?$/.test(value)) return one(DECIMALS);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return one(DAYS);
  return one([` ${value} `, value.slice(0, -1), value + value, value.toUpperCase(), value.normalize('NFD'), null]);
}

function placesOf(value: unknown, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Array.isArray(value) ? value.map((one, n) => [n, one] as const) : Object.entries(value);
  return [at, ...inner.flatMap(([step, one]) => placesOf(one, [...at, step]))];
}
