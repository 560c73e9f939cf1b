import { queryOptions } from '@tanstack/react-query';
import type { contract as documentsContract } from '#modules/documents/contract/index.ts';
import { isUsable } from '#modules/documents/rules.ts';
import { clientOf } from '#web/client.ts';
import documentsRoutes from 'virtual:contract/documents';
import type { formQuery } from '../client.ts';

export const documents = clientOf<typeof documentsContract>(documentsRoutes);
export type Form = Awaited<ReturnType<NonNullable<ReturnType<typeof formQuery>['queryFn']>>>;

/** Kinds that may prove an indicator; papers of a supplier's admission prove none. */
export const PROVING = ['TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'DECLARATION'] as const;
export const ownQuery = queryOptions({ queryKey: ['documents', 'mine', 'proving'], queryFn: async ({ signal }) => (await documents.myEvidenceList({ page: 1, size: 100 }, { signal })).rows.filter((one) => (PROVING as readonly string[]).includes(one.kind) && isUsable(one.state)) });
