import { queryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import type { OwnAdmission } from '../../contract/admission.ts';
import { ownAdmissionQuery, suppliersKey } from '../client.ts';
import { todoWording } from './wording.ts';

loadWording(todoWording);

/** What a supplier has to do for its admission: complete and submit it, or mend what was returned. */
export const ownTodos = ({ city, lang }: { city: string; lang: string }) => {
  const { queryFn } = ownAdmissionQuery(city);
  return queryOptions<readonly Todo[]>({
    queryKey: [...suppliersKey(city), 'todo-own', lang],
    queryFn: async (context) => todoOf((await (queryFn as (context: unknown) => Promise<OwnAdmission>)(context)), city),
    staleTime: 10_000,
  });
};

function todoOf({ admission, requirements, may, rounds, demonstrationOnly }: OwnAdmission, city: string): Todo[] {
  const { t } = textNow();
  const missing = requirements.filter((one) => one.gaps.length > 0).length;
  const act = (id: 'begin' | 'complete' | 'submit' | 'mend', context: string): Todo[] => [
    { id: 'suppliers.admission', what: t(`suppliers.todo.${id}`), context, until: null, rule: t('suppliers.todo.rule'), act: { label: t(`suppliers.todo.${id}.act`), to: `/${city}/work/admission` } },
  ];
  if (demonstrationOnly) return [];
  if (admission === null) return act('begin', t('suppliers.todo.missing', { missing }));
  if (admission.status === 'returned') return act('mend', rounds.at(-1)?.decision?.reasons ?? '');
  if (admission.status === 'draft') return may.submit ? act('submit', t('suppliers.todo.whole')) : act('complete', t('suppliers.todo.missing', { missing }));
  return [];
}
