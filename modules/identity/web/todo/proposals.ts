import type { UseQueryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import { identity, PEOPLE } from '../client.ts';
import { identityWords } from '../wording.ts';
import { todoWording } from './wording.ts';

loadWording(todoWording);
loadWording(identityWords);

/** Powerful roles that another administrator of the unit proposed. */
export const proposalTodos = ({ city, lang }: { city: string; lang: string }): UseQueryOptions<readonly Todo[]> => ({
  queryKey: [...PEOPLE, 'todo', 'proposals', city, lang],
  queryFn: async ({ signal }) => {
    const { t } = textNow();
    return (await identity.unitPeople({}, { signal })).proposals.filter((one) => one.may.confirm).map((one) => ({
      id: `identity-proposal-${one.id}`, what: t('identity.todo.proposal', { name: one.forName }),
      context: t('identity.todo.proposal.context', { proposer: one.proposedBy.name, roles: one.roles.map((role) => t(`identity.role.${role}`)).join(t('identity.and')) }),
      until: null, rule: t('identity.todo.proposal.rule'), act: { label: t('identity.todo.proposal.act'), to: `/${city}/work/people` },
    }));
  },
});
