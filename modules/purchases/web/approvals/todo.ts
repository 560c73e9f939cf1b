import type { UseQueryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import { money } from '#web/kit/written.ts';
import type { Todo } from '#web/todo.ts';
import { basketKey, requestsQuery } from '../client.ts';
import { approvalsWording } from './wording.ts';

loadWording(approvalsWording);

/** Purchases of the unit that this approver may decide on. */
export const approvalTodos = ({ city, lang }: { city: string; lang: string }): UseQueryOptions<readonly Todo[]> => ({
  queryKey: [...basketKey(city), 'todo', lang],
  queryFn: async ({ client }) => {
    const { t } = textNow();
    return (await client.fetchQuery(requestsQuery(city))).filter((one) => one.may.approve).map((one) => ({
      id: `purchases-${one.requestId}`, what: t('purchases.todo.approve', { product: one.lines[0]?.name ?? '' }), context: t('purchases.todo.approve.context', { name: one.requestedBy, total: money(one.total) }),
      until: null, rule: t('purchases.todo.approve.rule'), act: { label: t('purchases.todo.approve.act'), to: `/${city}/work/approvals` },
    }));
  },
});
