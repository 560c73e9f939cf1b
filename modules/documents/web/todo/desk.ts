import type { UseQueryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import { minute } from '#web/kit/written.ts';
import type { Todo } from '#web/todo.ts';
import { documents, DOCUMENTS } from '../client.ts';
import { documentsWording } from '../wording.ts';

loadWording(documentsWording);

/** One line for the whole queue: the papers are worked through one after another. */
export const deskTodos = ({ city, lang }: { city: string; lang: string }): UseQueryOptions<readonly Todo[]> => ({
  queryKey: [...DOCUMENTS, city, 'todo', lang],
  queryFn: async ({ signal }) => {
    const first = await documents.centreEvidenceList({ city, state: 'submitted', page: 1, size: 1 }, { signal });
    if (first.total === 0) return [];
    // The list begins with the newest; the oldest is its last page.
    const oldest = first.total === 1 ? first : await documents.centreEvidenceList({ city, state: 'submitted', page: first.total, size: 1 }, { signal });
    const { t } = textNow();
    return [{
      id: `documents-desk-${city}`, what: t('documents.todo.desk', { count: first.total }), context: t('documents.todo.desk.context', { at: minute((oldest.rows[0] ?? first.rows[0]!).submittedAt) }),
      until: null, rule: t('documents.todo.desk.rule'), act: { label: t('documents.todo.desk.act'), to: `/${city}/work/evidence-desk` },
    }];
  },
});
