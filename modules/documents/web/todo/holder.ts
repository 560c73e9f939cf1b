import type { UseQueryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import { documents, DOCUMENTS } from '../client.ts';
import { documentsWording } from '../wording.ts';

loadWording(documentsWording);

/** Papers in use whose last day is past or near, as the server says. It is over when the day is: midnight in Beijing. */
export const holderTodos = ({ city, lang }: { city: string; lang: string }): UseQueryOptions<readonly Todo[]> => ({
  queryKey: [...DOCUMENTS, 'mine', 'todo', city, lang],
  queryFn: async ({ signal }) => {
    const { rows } = await documents.myEvidenceList({ page: 1, size: 100 }, { signal });
    const { t } = textNow();
    return rows
      .filter((row) => (row.expiry === 'soon' || row.expiry === 'expired') && row.uses.length > 0 && (row.state === 'confirmed' || row.state === 'submitted'))
      .map((row) => ({
        id: `documents-${row.id}`, what: t(`documents.todo.${row.expiry}`, { kind: t(`documents.kind.${row.kind}`) }), context: [row.number, row.issuer].filter((part) => part !== null).join(' '),
        until: `${row.validUntil}T23:59:59+08:00`, rule: t('documents.todo.rule'), act: { label: t('documents.todo.act'), to: `/${city}/work/evidence/${row.id}` },
      }));
  },
});
