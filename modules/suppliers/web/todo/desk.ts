import { queryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import { minute } from '#web/kit/written.ts';
import type { Todo } from '#web/todo.ts';
import { suppliers, suppliersKey } from '../client.ts';
import { todoWording } from './wording.ts';

loadWording(todoWording);

/** How many applications stand in the list one by one; the rest are one line. */
const SHOWN = 5;

/** The applications that wait for the centre, first come first. */
export const deskTodos = ({ city, lang }: { city: string; lang: string }) =>
  queryOptions<readonly Todo[]>({
    queryKey: [...suppliersKey(city), 'todo-desk', lang],
    queryFn: async ({ signal }) => {
      const { t } = textNow();
      const { rows, total } = await suppliers.queue({ city, status: 'submitted', page: 1, size: SHOWN }, { signal });
      const todos: Todo[] = rows.map((row) => ({
        id: `suppliers.${row.id}`, what: t('suppliers.todo.review'), context: t('suppliers.todo.review.context', { name: row.name, kind: row.kind, round: row.round, since: minute(row.since) }),
        until: null, rule: t('suppliers.todo.review.rule'), act: { label: t('suppliers.todo.review.act'), to: `/${city}/work/admissions/${row.id}` },
      }));
      if (total > rows.length) todos.push({ id: 'suppliers.more', what: t('suppliers.todo.more', { more: total - rows.length }), context: '', until: null, act: { label: t('suppliers.todo.more.act'), to: `/${city}/work/admissions` } });
      return todos;
    },
    staleTime: 10_000,
  });
