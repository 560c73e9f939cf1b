import { queryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import { catalogueKey, myProductsQuery } from '../client.ts';
import { todoWording } from './wording.ts';

loadWording(todoWording);

/** How many products stand in the list one by one. */
const SHOWN = 5;

/** What a supplier must mend, and what is on show and cannot be bought for want of proof. */
export const ownTodos = ({ city, lang }: { city: string; lang: string }) =>
  queryOptions<readonly Todo[]>({
    queryKey: [...catalogueKey(city), 'todo-own', lang],
    queryFn: async ({ client }) => {
      const { t } = textNow();
      const { products } = await client.fetchQuery(myProductsQuery(city));
      const named = (one: (typeof products)[number]): string => `${one.brand} ${one.name} ${one.model}`;
      const returned = products.filter((one) => one.status === 'returned').map((one): Todo => ({
        id: `catalogue.mend.${one.listingId}`, what: t('catalogue.todo.mend'), context: named(one), until: null, rule: t('catalogue.todo.rule'), act: { label: t('catalogue.todo.mend.act'), to: `/${city}/work/products/${one.listingId}/edit` },
      }));
      const unproven = products.filter((one) => one.status === 'listed' && one.verdict === 'NOT_PROVEN').map((one): Todo => ({
        id: `catalogue.prove.${one.listingId}`, what: t('catalogue.todo.prove'), context: t('catalogue.todo.prove.context', { product: named(one), count: one.unproven.length }), until: null, rule: t('catalogue.todo.rule'),
        act: { label: t('catalogue.todo.prove.act'), to: `/${city}/work/products/${one.listingId}` },
      }));
      return [...returned, ...unproven].slice(0, SHOWN);
    },
    staleTime: 10_000,
  });
