import type { MatrixKit } from '#app/test-kit/matrix.ts';
import type { TestPerson } from '#app/test-kit/platform.ts';
import { ROLES, type Role } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { aMessage, aNotification } from './builders.ts';

export const matrix: MatrixKit = {
  async world(t) {
    const people: Partial<Record<Role, TestPerson>> = {};
    for (const role of ROLES) people[role] = await t.person(role);
    const other = await t.person('supplier.clerk');
    return {
      people,
      async sample(route, as, subject) {
        switch (route) {
          case 'mine': return subject === 'own' ? { path: '/api/notifications' } : null;
          case 'markRead': {
            if (subject === 'other-city') return null;
            const id = subject === 'unknown' ? newId() : await aNotification(t, subject === 'own' ? people[as ?? 'supplier.clerk']! : other);
            return { path: '/api/notifications/read', body: { ids: [id] } };
          }
          case 'sendAgain':
            return subject === 'other-city' ? null : { path: `/api/notifications/messages/${subject === 'unknown' ? newId() : await aMessage(t, other, 'refused')}/again`, body: {} };
          case 'messages': return subject === 'own' ? { path: '/api/notifications/messages?state=refused' } : null;
          default: return subject === 'own' ? (ONES_OWN[route] ?? null) : null;
        }
      },
    };
  },
};

/** What is a person's own matter: nobody else's can be named. */
const ONES_OWN: Readonly<Record<string, { path: string; body?: { readonly [key: string]: string | number | readonly never[] } }>> = {
  telling: { path: '/api/notifications/settings' },
  chooseWays: { path: '/api/notifications/settings', body: { language: 'en', digestHour: 9, choices: [] } },
  claimAddress: { path: '/api/notifications/addresses', body: { channel: 'mail', address: 'li.yi@works.example' } },
  confirmAddress: { path: '/api/notifications/addresses/confirmation', body: { channel: 'mail', code: '12345678' } },
  dropAddress: { path: '/api/notifications/addresses/mail', body: {} },
  sent: { path: '/api/notifications/sent' },
};
