import type { MatrixKit } from '#app/test-kit/matrix.ts';

export const matrix: MatrixKit = {
  async world(t) {
    return { people: {}, sample: async (_route, _as, subject) => (subject === 'own' ? { path: `/api/${t.huzhou.slug}/overview` } : null) };
  },
};
