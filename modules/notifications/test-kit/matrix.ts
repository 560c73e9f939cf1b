import type { MatrixKit } from '#app/test-kit/matrix.ts';
import type { TestPerson } from '#app/test-kit/platform.ts';
import { ROLES, type Role } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { aNotification } from './builders.ts';

export const matrix: MatrixKit = {
  async world(t) {
    const people: Partial<Record<Role, TestPerson>> = {};
    for (const role of ROLES) people[role] = await t.person(role);
    const other = await t.person('supplier.clerk');
    return {
      people,
      async sample(route, as, subject) {
        if (route === 'mine') return subject === 'own' ? { path: '/api/notifications' } : null;
        if (route !== 'markRead' || subject === 'other-city') return null;
        const id = subject === 'unknown' ? newId() : await aNotification(t, subject === 'own' ? people[as ?? 'supplier.clerk']! : other);
        return { path: '/api/notifications/read', body: { ids: [id] } };
      },
    };
  },
};
