import type { UseQueryOptions } from '@tanstack/react-query';
import { loadWording, textNow } from '#web/i18n.ts';
import type { Todo } from '#web/todo.ts';
import { identity, PEOPLE } from '../client.ts';
import { identityWords } from '../wording.ts';
import { todoWording } from './wording.ts';

loadWording(todoWording);
loadWording(identityWords);

/** Invitations made out to the reader's account. */
export const invitationTodos = ({ city, lang }: { city: string; lang: string }): UseQueryOptions<readonly Todo[]> => ({
  queryKey: [...PEOPLE, 'todo', 'invitations', city, lang],
  queryFn: async ({ signal }) => {
    const { t } = textNow();
    return (await identity.myInvitations({}, { signal })).filter((one) => one.state === 'open').map((one) => ({
      id: `identity-invitation-${one.id}`, what: t('identity.todo.invitation', { unit: one.organisationName }), context: one.roles.map((role) => t(`identity.role.${role}`)).join(t('identity.and')),
      until: one.endsAt, act: { label: t('identity.todo.invitation.act'), to: `/${city}/work/my-rights` },
    }));
  },
});
