import type { MatrixKit } from '#app/test-kit/matrix.ts';
import { newId } from '#platform/clock.ts';
import { applyingSupplier, creditCode, givenEvidence, registeredSupplier } from './builders.ts';

let joined = 900_000;

export const matrix: MatrixKit = {
  async world(t) {
    const supplier = await registeredSupplier(t);
    const other = await registeredSupplier(t);
    const mine = (await givenEvidence(t, supplier, 'COMMITMENT')).evidenceId;
    const theirs = (await givenEvidence(t, other, 'COMMITMENT')).evidenceId;
    const waiting = async (city = t.huzhou) => (await applyingSupplier(t, { kind: 'distributor', city })).admissionId;
    const admissions = { own: await waiting(), 'other-organisation': await waiting(), 'other-city': await waiting(t.yunxi), unknown: newId() };
    const decision = (round = 1) => ({ decision: 'return', reasons: '请补充说明', round, evidence: [] });
    return {
      people: { 'supplier.clerk': supplier, 'centre.reviewer': await t.person('centre.reviewer') },
      async sample(route, _as, subject) {
        const root = `/api/${t.huzhou.slug}/suppliers`;
        const admission = admissions[subject];
        const evidenceId = { own: mine, 'other-organisation': theirs, 'other-city': null, unknown: newId() }[subject];
        switch (route) {
          case 'attach': return evidenceId === null ? null : { path: `${root}/admission/evidence/COMMITMENT`, body: { evidence: { evidenceId } } };
          case 'review': return { path: `${root}/admissions/${admission}` };
          case 'decide': return { path: `${root}/admissions/${admission}/decision`, body: decision() };
        }
        if (subject !== 'own') return null;
        switch (route) {
          case 'requirements': return { path: `${root}/requirements` };
          case 'listed': return { path: root };
          case 'ownAdmission': return { path: `${root}/admission` };
          case 'queue': return { path: `${root}/admissions` };
          case 'submit': return { path: `${root}/admission/submission`, body: { round: 0 } };
          case 'join': {
            joined += 1;
            return { path: root, body: { kind: 'maker', name: '示例制造有限公司', creditCode: creditCode(joined), address: '湖州市示例路1号', contactName: '示例', phone: '0572-0000000', login: `joined-${joined}`, password: '一句容易记住的示例话' } };
          }
          default: return null;
        }
      },
    };
  },
};
