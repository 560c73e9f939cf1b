import type { UseQueryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import { identity, PEOPLE } from '../client.ts';
import { todoWording } from './wording.ts';

loadWording(todoWording);

/** Units of the city where a second person is waited for. */
export const unitTodos = ({ city, lang }: { city: string; lang: string }): UseQueryOptions<readonly Todo[]> => ({
  queryKey: [...PEOPLE, 'todo', 'units', city, lang],
  queryFn: async ({ signal }) => {
    const { t } = textNow();
    return (await identity.cityUnits({ city }, { signal })).filter((unit) => unit.proposals > 0).map((unit) => ({
      id: `identity-unit-${unit.id}`, what: t('identity.todo.unit', { unit: unit.name }), context: t('identity.todo.unit.context', { count: unit.proposals }),
      until: null, rule: t('identity.todo.proposal.rule'), act: { label: t('identity.todo.unit.act'), to: `/${city}/work/units/${unit.id}` },
    }));
  },
});
