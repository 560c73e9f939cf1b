import { queryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import { catalogueKey, reviewQuery } from '../client.ts';
import { byNeed, countOf, needOf } from '../review/order.ts';
import { todoWording } from './wording.ts';

loadWording(todoWording);

/** How many products stand in the list one by one; the rest are one line. */
const SHOWN = 4;

/** Products that wait for the centre, those that need a person's eye first. */
export const deskTodos = ({ city, lang }: { city: string; lang: string }) =>
  queryOptions<readonly Todo[]>({
    queryKey: [...catalogueKey(city), 'todo-desk', lang],
    queryFn: async ({ client }) => {
      const { t } = textNow();
      const waiting = byNeed((await client.fetchQuery(reviewQuery(city))).products).filter((one) => needOf(one) !== 'reading');
      const todos = waiting.slice(0, SHOWN).map((one): Todo => {
        const settle = needOf(one) === 'settle';
        const product = `${one.brand} ${one.name} ${one.model}`;
        return {
          id: `catalogue.${one.listingId}`, what: t(settle ? 'catalogue.todo.settle' : 'catalogue.todo.review'), until: null, rule: t('catalogue.todo.rule'),
          context: settle ? t('catalogue.todo.settle.context', { product, count: countOf(one) }) : t('catalogue.todo.review.context', { product, supplier: one.supplier.name }),
          act: { label: t(settle ? 'catalogue.todo.settle.act' : 'catalogue.todo.review.act'), to: `/${city}/work/product-review/${one.listingId}` },
        };
      });
      if (waiting.length > todos.length) todos.push({ id: 'catalogue.more', what: t('catalogue.todo.more', { more: waiting.length - todos.length }), context: '', until: null, act: { label: t('catalogue.todo.more.act'), to: `/${city}/work/product-review` } });
      return todos;
    },
    staleTime: 10_000,
  });
