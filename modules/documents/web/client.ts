import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/documents/contract/index.ts';
import type { EvidencePages } from '#modules/documents/contract/pages.ts';
import { clientOf } from '#web/client.ts';
import { API, refusedFrom } from '#web/http.ts';
import type { EvidenceKind } from '../domain/evidence-kinds.ts';
import type { EvidenceState } from '../domain/evidence-life.ts';
import routes from 'virtual:contract/documents';

export const documents = clientOf<typeof contract>(routes);
export type Evidence = Awaited<ReturnType<typeof documents.myEvidence>>;

/** Everything of this module that may show something else after an act. */
export const DOCUMENTS = ['documents'] as const;
export const PAGE_SIZE = 20;

export type Asked = { readonly state?: EvidenceState | undefined; readonly kind?: EvidenceKind | undefined; readonly page?: number; readonly size?: number };
const query = ({ state, kind, page = 1, size = PAGE_SIZE }: Asked) => ({ ...(state === undefined ? {} : { state }), ...(kind === undefined ? {} : { kind }), page, size });

export const myListQuery = (asked: Asked) => queryOptions({ queryKey: [...DOCUMENTS, 'mine', asked], queryFn: ({ signal }) => documents.myEvidenceList(query(asked), { signal }) });
export const mineQuery = (evidence: string) => queryOptions({ queryKey: [...DOCUMENTS, 'mine', evidence], queryFn: ({ signal }) => documents.myEvidence({ evidence }, { signal }) });
/** Asked again when the reviewer comes back to the window: a colleague may have decided meanwhile. */
export const deskListQuery = (city: string, asked: Asked) =>
  queryOptions({ queryKey: [...DOCUMENTS, city, 'list', asked], queryFn: ({ signal }) => documents.centreEvidenceList({ city, ...query(asked) }, { signal }), refetchOnWindowFocus: true });
export const deskQuery = (city: string, evidence: string) => queryOptions({ queryKey: [...DOCUMENTS, city, 'one', evidence], queryFn: ({ signal }) => documents.centreEvidence({ city, evidence }, { signal }) });

const below = (city: string, evidence: string): string => `${API}/${encodeURIComponent(city)}/documents/evidence/${encodeURIComponent(evidence)}`;
export const originalAddress = (city: string, evidence: string): string => `${below(city, evidence)}/file`;
export const pictureAddress = (city: string, evidence: string, page: number): string => `${below(city, evidence)}/pages/${page}`;

/** How many pages the file has. What cannot be shown is a refusal with its reason, so it is not asked again. */
export const pagesQuery = (city: string, evidence: string) =>
  queryOptions({
    queryKey: [...DOCUMENTS, city, 'pages', evidence],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<EvidencePages> => {
      const answer = await fetch(`${below(city, evidence)}/pages`, { signal });
      const body: unknown = await answer.json().catch(() => null);
      if (!answer.ok) throw refusedFrom(answer.status, body);
      return body as EvidencePages;
    },
  });
