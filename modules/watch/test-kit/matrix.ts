import type { MatrixKit } from '#app/test-kit/matrix.ts';
import { aFailedJob } from './builders.ts';

export const matrix: MatrixKit = {
  async world(t) {
    return {
      people: { 'operator.administrator': await t.person('operator.administrator') },
      async sample(route, _as, subject) {
        if (route === 'retryJob') {
          if (subject !== 'own' && subject !== 'other-organisation') return null;
          return { path: `/api/watch/jobs/${await aFailedJob(t)}/retry`, body: {} };
        }
        if (subject !== 'own') return null;
        return { path: { health: '/api/watch/health', audit: '/api/watch/audit', securityActs: '/api/watch/security', refusals: '/api/watch/refusals' }[route]! };
      },
    };
  },
};
