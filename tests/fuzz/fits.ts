/** A JSON Schema as the OpenAPI document holds it (draft 2020-12, the words our contracts use). */
export type Schema = {
  readonly $ref?: string; readonly type?: string | readonly string[]; readonly const?: unknown; readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly additionalProperties?: boolean | Schema; readonly propertyNames?: Schema;
  readonly items?: Schema; readonly prefixItems?: readonly Schema[]; readonly minItems?: number; readonly maxItems?: number;
  readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]; readonly not?: Schema;
  readonly pattern?: string; readonly minLength?: number; readonly maxLength?: number; readonly minimum?: number; readonly maximum?: number; readonly exclusiveMinimum?: number; readonly exclusiveMaximum?: number; readonly format?: string;
};
export type Schemas = Readonly<Record<string, Schema>>;

/** Words that say nothing about whether a value fits. Any other word that `misfit` does not know is thrown, so that nothing goes unjudged. */
const SILENT = new Set(['$schema', 'default', 'description', 'title', 'examples', 'format', 'contentEncoding', 'readOnly', 'writeOnly', 'deprecated']);
const KNOWN = new Set(['$ref', 'type', 'const', 'enum', 'properties', 'required', 'additionalProperties', 'propertyNames', 'items', 'prefixItems', 'minItems', 'maxItems', 'anyOf', 'oneOf', 'allOf', 'not', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']);

/** Where and how a value misses its schema; undefined where it fits. */
export function misfit(value: unknown, schema: Schema, all: Schemas, at = '$'): string | undefined {
  for (const word of Object.keys(schema)) if (!KNOWN.has(word) && !SILENT.has(word) && !word.startsWith('x-')) throw new Error(`the schema word ${word} is not known here`);
  if (schema.$ref !== undefined) return misfit(value, resolved(schema.$ref, all), all, at);
  if ('const' in schema && !same(value, schema.const)) return `${at}: not ${JSON.stringify(schema.const)}`;
  if (schema.enum !== undefined && !schema.enum.some((one) => same(value, one))) return `${at}: ${said(value)} is none of the choices`;
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOf(value, type))) return `${at}: ${said(value)} is no ${String(schema.type)}`;
  for (const one of schema.allOf ?? []) { const found = misfit(value, one, all, at); if (found !== undefined) return found; }
  for (const choice of [schema.anyOf, schema.oneOf]) {
    if (choice === undefined) continue;
    const found = choice.map((one) => misfit(value, one, all, at));
    if (found.every((one) => one !== undefined)) return `${at}: none of ${choice.length} fits; the first: ${found[0]}`;
  }
  if (schema.not !== undefined && misfit(value, schema.not, all, at) === undefined) return `${at}: what must not be`;
  if (typeof value === 'string') return misfitText(value, schema, at);
  if (typeof value === 'number') return misfitNumber(value, schema, at);
  if (Array.isArray(value)) return misfitList(value, schema, all, at);
  return typeof value === 'object' && value !== null ? misfitObject(value as Record<string, unknown>, schema, all, at) : undefined;
}

export function resolved(ref: string, all: Schemas): Schema {
  const found = all[ref.replace('#/components/schemas/', '')];
  if (found === undefined) throw new Error(`${ref} leads nowhere`);
  return found;
}

const said = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 80);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'null': return value === null;
    case 'array': return Array.isArray(value);
    case 'object': return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer': return Number.isInteger(value);
    default: return typeof value === type;
  }
}

function misfitText(value: string, schema: Schema, at: string): string | undefined {
  const length = [...value].length;
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity)) return `${at}: ${length} characters`;
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value) ? undefined : `${at}: ${said(value)} has not the form ${schema.pattern}`;
}

const misfitNumber = (value: number, schema: Schema, at: string): string | undefined =>
  value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity) || value <= (schema.exclusiveMinimum ?? -Infinity) || value >= (schema.exclusiveMaximum ?? Infinity) ? `${at}: ${value} is out of range` : undefined;

function misfitList(value: readonly unknown[], schema: Schema, all: Schemas, at: string): string | undefined {
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return `${at}: ${value.length} items`;
  for (const [n, item] of value.entries()) {
    const one = schema.prefixItems?.[n] ?? schema.items;
    const found = one === undefined ? undefined : misfit(item, one, all, `${at}.${n}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function misfitObject(value: Record<string, unknown>, schema: Schema, all: Schemas, at: string): string | undefined {
  for (const name of schema.required ?? []) if (!Object.hasOwn(value, name)) return `${at}: ${name} is missing`;
  for (const [name, one] of Object.entries(value)) {
    const known = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
    const named = known === undefined && schema.propertyNames !== undefined ? misfit(name, schema.propertyNames, all, `${at} (name)`) : undefined;
    if (named !== undefined) return named;
    const other = schema.additionalProperties;
    if (known === undefined && other === false) return `${at}: ${name} is not foreseen`;
    const by = known ?? (typeof other === 'object' ? other : undefined);
    const found = by === undefined ? undefined : misfit(one, by, all, `${at}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
