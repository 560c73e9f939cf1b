import type { UseQueryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import { deskQuery, standardsKey } from './client.ts';
import { sharesOf } from './desk/desk.ts';
import { deskWording } from './desk/wording.ts';

loadWording(deskWording);

/** One line while limits wait; no law fixes a date for it. */
export function limitTodos({ city, lang }: { city: string; lang: string }): UseQueryOptions<readonly Todo[]> {
  return {
    queryKey: [...standardsKey(city), 'todos', lang],
    queryFn: async ({ client }) => {
      const { limits, may } = await client.fetchQuery(deskQuery(city));
      const { reproduced, recalled, withheld } = sharesOf(limits);
      const left = reproduced + recalled;
      if (!may.decide || left + withheld === 0) return [];
      const { t } = textNow();
      return [{
        id: 'standards.limits', what: t('standards.todo.limits'), context: t('standards.todo.limits.context', { left, withheld, total: limits.length }), until: null,
        rule: t('standards.todo.limits.rule'), act: { label: t('standards.todo.limits.act'), to: `/${city}/work/limits` },
      }];
    },
  };
}
