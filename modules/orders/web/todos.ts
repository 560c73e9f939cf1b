import type { UseQueryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import { ordersKey, ordersQuery } from './client.ts';
import { NOTHING } from './list/asked.ts';
import { todoWording } from './todo/wording.ts';

loadWording(todoWording);

const MOST = 50;
/** States in which the required day still rules what must be done. */
const DELIVERS = ['confirmed', 'delivering', 'to-deliver-again'];

/** One line for each order that waits for this organisation. Only the contract's own day fixes a date; the end of that day in Beijing. */
export function orderTodos({ city, lang }: { city: string; lang: string }): UseQueryOptions<readonly Todo[]> {
  return {
    queryKey: [...ordersKey(city), 'todos', lang],
    queryFn: async ({ client }) => {
      const { rows, side } = await client.fetchQuery(ordersQuery(city, { ...NOTHING, stage: 'mine', sort: 'required' }, MOST));
      const { t } = textNow();
      return rows.map((row) => {
        const what = `orders.todo.${side}.${row.state.code}`;
        return {
          id: `orders.${row.orderId}`, what: t(what, { count: row.toSettle }), context: `${row.product}　${row.number}　${row.counterparty.name}`,
          until: row.requiredOn !== null && DELIVERS.includes(row.state.code) ? `${row.requiredOn}T23:59:59+08:00` : null,
          rule: t(`${what}.rule`), act: { label: t(`${what}.act`), to: `/${city}/work/orders/${row.orderId}` },
        };
      });
    },
  };
}
