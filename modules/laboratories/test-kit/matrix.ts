import type { MatrixKit } from '#app/test-kit/matrix.ts';
import { must, ok } from '#kernel/result.ts';
import { day } from '#kernel/date.ts';
import { storeUpload, submitEvidence } from '#modules/documents/index.ts';
import { inUse } from '#modules/documents/test-kit/builders.ts';
import { newId } from '#platform/clock.ts';
import type { TestPerson } from '#app/test-kit/platform.ts';
import { submitReport } from '../index.ts';
import { coverFields, typstReport } from './typst-report.ts';

export const matrix: MatrixKit = {
  async world(t) {
    const people = { 'supplier.clerk': await t.person('supplier.clerk'), 'centre.reviewer': await t.person('centre.reviewer') } as const;
    const content = await typstReport({ fields: coverFields(), tables: [{ widths: [1, 3, 2, 2, 2], head: [['序号', '检验项目', '单位', '标准要求', '检验结果']], body: [['1', '甲醛含量', 'mg/kg', '≤50', '12']] }] });
    const report = async (owner: TestPerson, city: typeof t.huzhou): Promise<{ evidenceId: string; reportId: string }> => {
      const made = must(await t.act({ as: owner }, async (call) => {
        const { uploadId } = must(await storeUpload(call, t.platform.wired.files, content, { name: 'r.pdf', organisationId: owner.organisationId }));
        const { evidenceId } = must(await submitEvidence(call, { kind: 'TEST_REPORT', number: 'M-1', issuer: '示例检测中心', issuedOn: day('2026-03-25'), validUntil: null, uploadId, holderOrganisationId: owner.organisationId, values: [] }));
        return ok({ evidenceId, ...must(await submitReport(call, { evidenceId })) });
      }));
      await inUse(t, made.evidenceId, city, { subjectKind: 'listing', purpose: 'listing', subjectId: newId() });
      return made;
    };
    const mine = await report(people['supplier.clerk'], t.huzhou);
    const others = await report(await t.person('supplier.clerk'), t.huzhou);
    const foreign = await report(await t.person('supplier.clerk'), t.yunxi);
    await t.drain();
    return {
      people,
      async sample(route, _as, subject) {
        const one = subject === 'own' ? mine : subject === 'other-organisation' ? others : subject === 'other-city' ? foreign : { evidenceId: newId(), reportId: newId() };
        const inCity = `/api/${t.huzhou.slug}/reports/${one.reportId}`;
        switch (route) {
          case 'submitReport': return subject === 'other-city' ? null : { path: '/api/reports', body: { evidenceId: one.evidenceId } };
          case 'report': return subject === 'other-city' ? null : { path: `/api/reports/${one.reportId}` };
          case 'settleReading': return { path: `${inCity}/readings`, body: { indicatorCode: 'B11-02', decision: 'confirmed', printed: '12', unit: 'mg/kg', note: null } };
          case 'enterValue': return { path: `${inCity}/values`, body: { indicatorCode: 'B11-02', printed: '12', unit: 'mg/kg', page: 1 } };
          default: return null;
        }
      },
    };
  },
};
