/* The description of the interface as this page reads it (OpenAPI 3.1, /api/openapi.json). */

export type Schema = {
  readonly $ref?: string; readonly type?: string; readonly const?: unknown; readonly enum?: readonly unknown[]; readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]; readonly items?: Schema; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly additionalProperties?: boolean | Schema;
  readonly minLength?: number; readonly maxLength?: number; readonly minimum?: number; readonly maximum?: number; readonly minItems?: number; readonly maxItems?: number; readonly default?: unknown;
};
type InBoth = { readonly 'zh-CN': string; readonly en: string };
export type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly required?: boolean; readonly description?: string; readonly schema: Schema };
type Media = Readonly<Record<string, { readonly schema?: Schema }>>;
export type Operation = {
  readonly operationId: string; readonly summary?: string; readonly parameters?: readonly Parameter[]; readonly requestBody?: { readonly content: Media };
  readonly responses: Readonly<Record<string, { readonly content?: Media }>>; readonly 'x-who': 'anyone' | 'signed-in' | readonly string[]; readonly 'x-reach'?: 'own' | 'city' | 'platform';
};
export type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>; readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly 'x-refusals': Readonly<Record<string, InBoth>>; readonly 'x-roles': Readonly<Record<string, InBoth>>;
};

export type Entry = { readonly method: string; readonly path: string; readonly operation: Operation };

/** Operations by module, in the order of the description; those whose address, name or summary holds the words searched for. */
export function byModule({ paths }: Described, searched: string): readonly (readonly [module: string, entries: readonly Entry[]])[] {
  const words = searched.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const groups = new Map<string, Entry[]>();
  for (const [path, methods] of Object.entries(paths)) for (const [method, operation] of Object.entries(methods)) {
    const text = `${method} /api${path} ${operation.operationId} ${operation.summary ?? ''}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const module = operation.operationId.split('.')[0]!;
    groups.set(module, [...(groups.get(module) ?? []), { method: method.toUpperCase(), path: `/api${path}`, operation }]);
  }
  return [...groups];
}

/** The half of `中文 · English` that this reader wants. */
export const inLanguage = (text: string | undefined, lang: 'zh-CN' | 'en'): string => (text ?? '').split(' · ')[lang === 'en' ? 1 : 0] ?? text ?? '';

/** Forms that recur, by what they mean to a reader. */
const FORMS: readonly (readonly [begins: string, form: string])[] = [['^[0-9a-f]{8}-', 'uuid'], ['^\\d{4}-(0', 'instant'], ['^\\d{4}-\\d{2}-\\d{2}$', 'day'], ['^-?\\d{1,15}\\.\\d{2}$', 'money'], ['^-?\\d{1,20}', 'decimal'], ['^[0-9a-f]{64}$', 'sha256'], ['^[a-z][a-z0-9-]', 'slug']];

/** What a value must be, in one line: `text 1–200`, `one of a, b`, `list 1–50 of …`. Forms are words of the interface and stay as they are. */
export function formOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1)!;
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(formOf))].join(' | ');
  if (schema.type === 'array') return `[${formOf(schema.items ?? {})}]${range(schema.minItems, schema.maxItems)}`;
  if (schema.type === 'object') return schema.properties === undefined && typeof schema.additionalProperties === 'object' ? `{ …: ${formOf(schema.additionalProperties)} }` : '{ … }';
  const known = FORMS.find(([begins]) => schema.pattern?.startsWith(begins) === true)?.[1];
  const limits = schema.type === 'string' ? range(schema.minLength, schema.maxLength) : range(schema.minimum, schema.maximum);
  return `${known ?? schema.type ?? 'any'}${limits}${schema.default === undefined ? '' : ` = ${JSON.stringify(schema.default)}`}`;
}

const LARGEST = Number.MAX_SAFE_INTEGER;
const range = (from: number | undefined, to: number | undefined): string => {
  const [low, high] = [from === undefined || from <= -LARGEST ? '' : String(from), to === undefined || to >= LARGEST ? '' : String(to)];
  return low === '' && high === '' ? '' : ` ${low}…${high}`;
};

/** The object inside a schema, through lists and choices: what is drawn below its line. */
export function insideOf(schema: Schema, schemas: Described['components']['schemas']): Schema | undefined {
  if (schema.$ref !== undefined) return insideOf(schemas[schema.$ref.split('/').at(-1)!] ?? {}, schemas);
  if (schema.properties !== undefined) return schema;
  if (schema.items !== undefined) return insideOf(schema.items, schemas);
  if (typeof schema.additionalProperties === 'object') return insideOf(schema.additionalProperties, schemas);
  return [...(schema.anyOf ?? schema.oneOf ?? [])].map((one) => insideOf(one, schemas)).find((one) => one !== undefined);
}

/** A body of the right shape, with the name of each field where its value belongs. */
export function sampleOf(schema: Schema, schemas: Described['components']['schemas'], name = ''): unknown {
  if (schema.$ref !== undefined) return sampleOf(schemas[schema.$ref.split('/').at(-1)!] ?? {}, schemas, name);
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.some((one) => one.type === 'null') ? null : sampleOf(choices[0]!, schemas, name);
  if (schema.type === 'array') return (schema.minItems ?? 0) === 0 && insideOf(schema, schemas) === undefined ? [] : [sampleOf(schema.items ?? {}, schemas, name)];
  if (schema.type === 'object') return Object.fromEntries((schema.required ?? []).map((one) => [one, sampleOf(schema.properties?.[one] ?? {}, schemas, one)]));
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  return schema.type === 'boolean' ? true : `<${name}>`;
}

/** The request as a program would send it, ready for a shell. */
export function curlOf({ method, path, operation }: Entry, schemas: Described['components']['schemas'], origin: string): string {
  const bytes = operation.requestBody?.content['application/octet-stream'] !== undefined;
  const schema = operation.requestBody?.content['application/json']?.schema;
  const key = operation.parameters?.some(({ name }) => name === 'Idempotency-Key') === true;
  const lines = [
    `curl -s${method === 'GET' ? '' : ` -X ${method}`} '${origin}${path.replace('{city}', 'huzhou').replace(/\{(\w+)\}/g, '<$1>')}'`,
    ...(operation['x-who'] === 'anyone' ? [] : ['-b jar']),
    ...(method === 'GET' ? [] : [`-H 'Origin: ${origin}'`]),
    ...(key ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(bytes ? ["-H 'Content-Type: application/pdf'", "-H 'X-File-Name: report.pdf'", '--data-binary @report.pdf'] : []),
    ...(schema === undefined ? [] : ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(sampleOf(schema, schemas))}'`]),
  ];
  return lines.join(' \\\n  ');
}

export type Refused = { readonly status: string; readonly code: string; readonly text: InBoth | undefined };

/** Every refusal of an operation with its status and wording; its own first, those that any route gives behind. */
export function refusalsOf({ operationId, responses }: Operation, described: Described): readonly Refused[] {
  const module = operationId.split('.')[0]!;
  const worded = described['x-refusals'];
  const all = Object.entries(responses).flatMap(([status, { content }]) => {
    const codes = Number(status) < 400 ? [] : (content?.['application/json']?.schema?.properties?.['code']?.enum ?? []);
    return codes.map((code) => ({ status, code: String(code), text: worded[`${module}.${String(code)}`] ?? worded[String(code)] }));
  });
  const isOwn = ({ code }: Refused): boolean => worded[`${module}.${code}`] !== undefined;
  return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))];
}
