import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { z } from 'zod';
import { ROLES, type Rule } from '#kernel/policy.ts';
import { RefusalData } from '#kernel/wire.ts';
import { wording as httpWording } from '#platform/http/wording.ts';
import type { ByteRoute } from '#platform/module.ts';
import type { Wording } from '#platform/wording.ts';
import { routerOf } from './api.ts';
import type { Platform } from './wire.ts';

/** What any route may answer before its contract is reached, by status. */
const BEFORE_THE_CONTRACT: Readonly<Record<number, readonly string[]>> = {
  400: ['target-unclear', 'unreadable', 'bad-input'], 403: ['origin-refused'], 404: ['not-found', 'city-unknown'],
  413: ['too-large'], 414: ['target-too-long'], 415: ['media-type'], 421: ['host-refused'], 500: ['fault'], 503: ['unavailable'],
};

type Schema = { readonly [key: string]: unknown };
type Operation = {
  operationId: string; summary?: string; tags?: readonly string[]; parameters?: readonly object[]; requestBody?: object;
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
  'x-who'?: 'anyone' | 'signed-in' | readonly string[]; 'x-reach'?: string;
};
export type OpenApi = { readonly openapi: string; readonly info: object; readonly servers: readonly object[]; readonly paths: Record<string, Record<string, Operation>>; readonly components: { readonly schemas: Record<string, Schema> }; 'x-refusals'?: Record<string, InBoth>; 'x-roles'?: Record<string, InBoth> };
type InBoth = { readonly 'zh-CN': string; readonly en: string };

/** The OpenAPI 3.1 document of the whole platform: every route, who may call it, and each of its refusals by code. */
export async function openApi(platform: Platform, origin: string): Promise<OpenApi> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const made = (await generator.generate(routerOf(platform) as never, {
    info: { title: '青采 Qingcai', version: '0.1.0', description: '绿色建材政府采购平台 · Public procurement of green building materials' },
    servers: [{ url: `${origin}/api` }],
    commonSchemas: { RefusalData: { schema: RefusalData } },
    customErrorResponseBodySchema: (defined: readonly (readonly [code: string, ...rest: unknown[]])[], status: number) => refusalSchema(status, defined.map(([code]) => code)) as never,
  })) as unknown as OpenApi;
  for (const module of platform.modules) {
    for (const [name, procedure] of Object.entries(module.routes?.contract ?? {})) {
      const { method = 'POST', path } = procedure['~orpc'].route;
      told(made.paths[path!]![method.toLowerCase()]!, module.routes!.policy[name]!, method === 'GET' ? [] : [ORIGIN, KEY]);
    }
    for (const route of module.byteRoutes ?? []) {
      const path = route.path.replace(/:([a-zA-Z0-9]+)(\{[^}]*\})?/g, '{$1}');
      const operation = operationOf(module.name, route, path);
      told(operation, route.rule, route.method === 'GET' ? [] : [ORIGIN]);
      made.paths[path] = { ...made.paths[path], [route.method.toLowerCase()]: operation };
    }
  }
  made['x-refusals'] = refusalsWorded(platform, made);
  made['x-roles'] = Object.fromEntries(ROLES.map((role) => [role, worded(platform, `identity.role.${role}`) ?? { 'zh-CN': role, en: role }]));
  return made;
}

/** The wording of every refusal that the description lists: `orders.price-changed`, or the bare code where any route may give it. */
function refusalsWorded(platform: Platform, made: OpenApi): Record<string, InBoth> {
  const found: Record<string, InBoth> = {};
  for (const operation of Object.values(made.paths).flatMap((methods) => Object.values(methods))) {
    const module = operation.operationId.split('.')[0]!;
    for (const { content } of Object.values(operation.responses)) {
      const { code } = (content?.['application/json']?.schema['properties'] ?? {}) as { code?: { enum?: readonly string[] } };
      for (const one of code?.enum ?? []) {
        const own = worded(platform, `${module}.refusal.${one}`);
        const text = own ?? worded(platform, `refusal.${one}`);
        if (text !== undefined) found[own === undefined ? one : `${module}.${one}`] = text;
      }
    }
  }
  return found;
}

/** A text in both languages as it is written, its values in braces. */
function worded(platform: Platform, id: string): InBoth | undefined {
  const wordings = [httpWording, ...platform.modules.flatMap(({ wording }) => (wording === undefined ? [] : [wording]))] as readonly Wording[];
  const holder = wordings.find((wording) => wording['zh-CN'][id] !== undefined);
  return holder && { 'zh-CN': readable(compileMessage(holder['zh-CN'][id]!)), en: readable(compileMessage(holder.en[id] ?? '')) };
}

/** A compiled message for reading: of a plural the form for many, of a choice every case. */
function readable(message: unknown): string {
  if (!Array.isArray(message)) return String(message);
  return (message as unknown[]).map((part) => {
    if (!Array.isArray(part)) return String(part);
    const [name, format, cases] = part as [string, string | undefined, Record<string, unknown> | undefined];
    if (typeof cases !== 'object') return `{${name}}`;
    return format === 'select' ? Object.values(cases).filter((one) => one !== undefined).map(readable).join(' / ') : readable(cases['other']).replaceAll('#', `{${name}}`);
  }).join('');
}

const refusalSchema = (status: number, codes: readonly string[]): Schema => ({
  type: 'object',
  properties: { defined: { type: 'boolean' }, code: { enum: [...codes] }, status: { const: status }, message: { type: 'string' }, data: { $ref: '#/components/schemas/RefusalData' } },
  required: ['defined', 'code', 'status', 'message', 'data'],
});

const header = (name: string, description: string, schema: Schema): object => ({ name, in: 'header', required: true, description, schema });
const ORIGIN = header('Origin', '平台自身的网址 · The origin of the platform itself', { type: 'string' });
const KEY = header('Idempotency-Key', '每次提交一个新键，重试用同一个 · New for each submit, the same for its repeat', { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' });

/** Adds who may call it, the headers of a write, and the refusals that come before the contract. */
function told(operation: Operation, rule: Rule, headers: readonly object[]): void {
  operation['x-who'] = rule.who;
  if ('reach' in rule) operation['x-reach'] = rule.reach;
  const writes = headers.length > 0;
  if (writes) operation.parameters = [...(operation.parameters ?? []), ...headers];
  for (const [key, codes] of Object.entries(BEFORE_THE_CONTRACT)) {
    const status = Number(key);
    if (!writes && ['403', '413', '415'].includes(key) && operation.responses[key] === undefined) continue;
    const known = operation.responses[key]?.content?.['application/json']?.schema as { properties: { code: { enum: string[] } } } | undefined;
    if (known === undefined) operation.responses[key] = { description: key, content: { 'application/json': { schema: refusalSchema(status, codes) } } };
    else known.properties.code.enum = [...new Set([...known.properties.code.enum, ...codes])];
  }
}

const GIVES: Readonly<Record<NonNullable<ByteRoute['gives']>, string>> = { file: 'application/octet-stream', picture: 'image/png', json: 'application/json' };

function operationOf(module: string, route: ByteRoute, path: string): Operation {
  const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map((m) => ({ name: m[1]!, in: 'path', required: true, schema: { type: 'string' } }));
  const name = route.method === 'PUT' ? [header('X-File-Name', '文件名，百分号编码 · The name, percent-encoded', { type: 'string' })] : [];
  const byStatus: Record<string, string[]> = { 401: ['sign-in-needed'], 403: ['not-allowed'], 404: ['not-found', 'city-unknown'], ...(route.limits === undefined ? {} : { 429: ['too-many'] }) };
  for (const [code, status] of Object.entries(route.refusals ?? {})) (byStatus[status] ??= []).push(code);
  return {
    operationId: `${module}.${route.name}`, summary: route.summary, tags: [route.tag], parameters: [...parameters, ...name],
    ...(route.method === 'PUT' ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    responses: {
      200: { description: 'OK', content: { [GIVES[route.gives ?? 'file']]: { schema: route.schema === undefined ? {} : (z.toJSONSchema(route.schema, { target: 'draft-2020-12' }) as Schema) } } },
      ...Object.fromEntries(Object.entries(byStatus).map(([status, codes]) => [status, { description: status, content: { 'application/json': { schema: refusalSchema(Number(status), codes) } } }])),
    },
  };
}
