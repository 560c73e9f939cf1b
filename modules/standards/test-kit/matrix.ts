import type { MatrixKit } from '#app/test-kit/matrix.ts';
import { baseEdition } from '../index.ts';
import { adoptedBase } from './builders.ts';

export const matrix: MatrixKit = {
  async world(t) {
    await adoptedBase(t, t.huzhou);
    await adoptedBase(t, t.yunxi);
    const codes = baseEdition().kinds.flatMap((k) => k.indicators.map((i) => i.code));
    const decide = () => ({ editionId: baseEdition().id, codes: [codes.pop()!], clause: null, page: null, note: '存疑' });
    return {
      people: { 'housing.officer': await t.person('housing.officer'), 'centre.reviewer': await t.person('centre.reviewer'), 'finance.supervisor': await t.person('finance.supervisor') },
      async sample(route, _as, subject) {
        const root = `/api/${t.huzhou.slug}/standards`;
        if (subject === 'unknown') return route === 'kind' ? { path: `${root}/kinds/Z99` } : null;
        if (subject !== 'own') return null;
        switch (route) {
          case 'edition': return { path: root };
          case 'kind': return { path: `${root}/kinds/B11` };
          case 'limitDesk': return { path: `${root}/limits` };
          case 'confirmLimits': return { path: `${root}/limits/confirm`, body: decide() };
          case 'withholdLimits': return { path: `${root}/limits/withhold`, body: decide() };
          default: return null;
        }
      },
    };
  },
};
