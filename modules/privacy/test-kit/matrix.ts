import type { MatrixKit } from '#app/test-kit/matrix.ts';
import { ok } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { insertErasure } from '../store/erasures.ts';

export const matrix: MatrixKit = {
  async world(t) {
    const operator = await t.person('operator.administrator');
    const asked = async (): Promise<string> => {
      const id = newId();
      const person = await t.person('supplier.clerk');
      await t.act({}, async (call) => {
        await insertErasure(call.tx, id, person.personId, call.now);
        call.record({ kind: 'erasure-asked', subject: id, body: {}, cityId: null });
        return ok(undefined);
      });
      return id;
    };
    return {
      people: { 'operator.administrator': operator },
      async sample(route, _as, subject) {
        const own: Record<string, string> = { map: '/api/privacy/map', mine: '/api/privacy/mine', askExport: '/api/privacy/exports', askErasure: '/api/privacy/erasure', withdrawErasure: '/api/privacy/erasure/withdraw', erasures: '/api/privacy/erasures', exportFile: `/api/privacy/exports/${newId()}/json` };
        if (own[route] !== undefined) return subject === 'own' ? { path: own[route] } : null;
        if (subject !== 'own' && subject !== 'unknown') return null;
        const id = subject === 'own' ? await asked() : newId();
        if (route === 'agreeErasure') return { path: `/api/privacy/erasures/${id}/agree` };
        return route === 'refuseErasure' ? { path: `/api/privacy/erasures/${id}/refuse`, body: { reason: '仍在任职' } } : null;
      },
    };
  },
};
