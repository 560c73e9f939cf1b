import type { MatrixKit } from '#app/test-kit/matrix.ts';

export const matrix: MatrixKit = {
  async world() {
    return {
      people: {},
      async sample(route, _as, subject) {
        if (subject !== 'own') return null;
        switch (route) {
          case 'session': return { path: '/api/session' };
          case 'cities': return { path: '/api/cities' };
          case 'signIn': return { path: '/api/session', body: { login: 'nobody', password: 'nothing' } };
          case 'signOut': return { path: '/api/session', body: {} };
          case 'actAs': return { path: '/api/session/membership', body: { membershipId: '00000000-0000-7000-8000-000000000000' } };
          default: return null;
        }
      },
    };
  },
};
