import type { MatrixKit } from '#app/test-kit/matrix.ts';
import { ROLES, type Role } from '#kernel/policy.ts';
import type { TestPerson } from '#app/test-kit/platform.ts';
import { askedPaper, enrolledKey } from './builders.ts';
import { newId } from '#platform/clock.ts';

export const matrix: MatrixKit = {
  async world(t) {
    const people: Partial<Record<Role, TestPerson>> = {};
    for (const role of ROLES) people[role] = await t.person(role);
    const abroad = (await enrolledKey(t, await t.person('supplier.clerk'), t.yunxi)).serial;
    const abroadPaper = await askedPaper(t, await t.person('supplier.clerk'), t.yunxi);
    const root = `/api/${t.huzhou.slug}/signing`;
    return {
      people,
      async sample(route, as, subject) {
        if (route === 'revokeKey') {
          const serial = subject === 'unknown' ? 'K-0000-0000' : subject === 'other-city' ? abroad : (await enrolledKey(t, subject === 'own' ? people[as ?? 'supplier.clerk']! : await t.person('supplier.clerk'))).serial;
          return { path: `${root}/keys/${serial}/revocation`, body: { reason: 'replaced' } };
        }
        if (route === 'askedPaper') {
          const id = subject === 'unknown' ? newId() : subject === 'other-city' ? abroadPaper : await askedPaper(t, subject === 'own' ? people[as ?? 'supplier.clerk']! : await t.person('supplier.clerk'));
          return { path: `${root}/papers/${id}` };
        }
        if (subject !== 'own') return null;
        switch (route) {
          case 'myKeys': return { path: `${root}/keys` };
          case 'challenge': return { path: `${root}/challenge` };
          case 'enrolKey': return { path: `${root}/keys`, body: { suite: 1, publicKey: 'ab'.repeat(32), challenge: 'x', proof: 'cd'.repeat(64) } };
          case 'cityKeys': return { path: `${root}/city-keys` };
          case 'check': return { path: `${root}/checks/0000-0000-0000` };
          default: return null;
        }
      },
    };
  },
};
