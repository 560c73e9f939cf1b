import type { MatrixKit } from '#app/test-kit/matrix.ts';

export const matrix: MatrixKit = {
  async world() {
    return {
      people: {},
      async sample(route, _as, subject) {
        if (subject !== 'own') return null;
        return { path: { parameters: '/api/regulations/parameters', calendar: '/api/regulations/calendar', deadline: '/api/regulations/deadline?parameter=challenge&from=2026-09-18' }[route]! };
      },
    };
  },
};
