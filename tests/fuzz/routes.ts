import type { OpenApi } from '#app/openapi.ts';
import type { Schema, Schemas } from './fits.ts';

export type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly required?: boolean; readonly schema: Schema };
export type Route = {
  readonly id: string; readonly method: string; readonly path: string; readonly parameters: readonly Parameter[];
  /** The schema of its JSON body; undefined where it takes none, `bytes` where it takes a file. */
  readonly body: Schema | 'bytes' | undefined;
  readonly who: 'anyone' | 'signed-in' | readonly string[];
  /** By status, the schema of the reply; null where it is no JSON. */
  readonly replies: ReadonlyMap<number, Schema | null>;
};

type Media = Readonly<Record<string, { readonly schema?: Schema }>>;

/** Every operation of the document, as the fuzz sees it. */
export function routesOf(document: OpenApi): { readonly routes: readonly Route[]; readonly schemas: Schemas } {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]): Route => {
    const content = (operation.requestBody as { content?: Media } | undefined)?.content;
    return {
      id: operation.operationId, method: method.toUpperCase(), path: `/api${path}`, parameters: (operation.parameters ?? []) as readonly Parameter[],
      body: content === undefined ? undefined : (content['application/json']?.schema ?? 'bytes'),
      who: operation['x-who']!,
      replies: new Map(Object.entries(operation.responses).map(([status, { content: media }]) => [Number(status), (media as Media | undefined)?.['application/json']?.schema ?? null])),
    };
  }));
  return { routes, schemas: document.components.schemas as Schemas };
}
