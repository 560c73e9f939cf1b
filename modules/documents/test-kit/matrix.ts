import type { MatrixKit, Subject } from '#app/test-kit/matrix.ts';
import type { TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { ROLES, type Role } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { aPdf } from '#platform/files/test-kit.ts';
import { aDrawnPdf } from './drawn-pdf.ts';
import { anUpload, inUse, someEvidence } from './builders.ts';

const CITY_BODIES: readonly string[] = ['centre', 'housing', 'finance', 'buyer'];

export const matrix: MatrixKit = {
  async world(t) {
    const people: Partial<Record<Role, TestPerson>> = {};
    for (const role of ROLES) people[role] = await t.person(role);
    const supplier = people['supplier.clerk']!;
    const other = await t.person('supplier.clerk');

    /** Fresh evidence as the route needs it for this subject; its id. */
    const evidence = async (as: Role | null, subject: Subject): Promise<string> => {
      if (subject === 'unknown') return newId();
      const ofCity = as !== null && CITY_BODIES.includes(as.split('.')[0]!);
      // What a body of the city reaches is what is used there, whoever holds it; another's and unused is out of its reach.
      const holder = subject === 'other-organisation' || subject === 'other-city' ? other : supplier;
      const { evidenceId } = await someEvidence(t, holder, { content: aDrawnPdf([newId()]) });
      const reach = subject === 'other-city' ? t.yunxi : t.huzhou;
      if (subject !== 'other-organisation' || !ofCity) await inUse(t, evidenceId, reach, { purpose: 'listing' });
      return evidenceId;
    };
    const city = `/api/${t.huzhou.slug}/documents/evidence`;

    return {
      people,
      async sample(route, as, subject) {
        switch (route) {
          case 'receiveFile':
            return subject === 'own' ? { path: '/api/documents/files', bytes: aPdf('matrix') as Uint8Array<ArrayBuffer>, headers: { 'X-File-Name': 'matrix.pdf', 'Content-Type': 'application/pdf' } } : null;
          case 'ownFile': {
            if (subject === 'other-city') return null;
            const id = subject === 'unknown' ? newId() : (await anUpload(t, subject === 'own' ? (as === null ? supplier : people[as]!) : await t.person('supplier.clerk'), { inside: 'matrix own' })).uploadId;
            return { path: `/api/documents/files/${id}` };
          }
          case 'evidenceFile': return { path: `${city}/${await evidence(as, subject)}/file` };
          case 'evidencePages': return { path: `${city}/${await evidence(as, subject)}/pages` };
          case 'evidencePage': return { path: `${city}/${await evidence(as, subject)}/pages/1` };
          case 'myEvidenceList': return subject === 'own' ? { path: '/api/documents/evidence' } : null;
          case 'myEvidence': return subject === 'other-city' ? null : { path: `/api/documents/evidence/${await evidence(as, subject)}` };
          case 'withdrawEvidence': return subject === 'other-city' ? null : { path: `/api/documents/evidence/${await evidence(as, subject)}/withdrawal`, body: {} };
          case 'submitEvidence': {
            if (subject === 'other-city') return null;
            const uploadId = subject === 'unknown' ? newId() : (await anUpload(t, subject === 'own' ? supplier : other, { inside: 'matrix submit' })).uploadId;
            return { path: '/api/documents/evidence', body: { kind: 'CERTIFICATE', number: '示例1', issuer: null, issuedOn: null, validUntil: null, uploadId, values: [] } };
          }
          case 'centreEvidenceList': return subject === 'own' ? { path: city } : null;
          case 'centreEvidence': return { path: `${city}/${await inReach(t, subject, supplier, other)}` };
          case 'confirmEvidence': return { path: `${city}/${await inReach(t, subject, supplier, other)}/confirmation`, body: {} };
          case 'refuseEvidence': return { path: `${city}/${await inReach(t, subject, supplier, other)}/refusal`, body: { reason: '印章不清晰，请重新扫描。' } };
          default: return null;
        }
      },
    };
  },
};

/** Evidence for the centre, whose reach is the whole city: another organisation's is as near as any. */
async function inReach(t: TestPlatform, subject: Subject, supplier: TestPerson, other: TestPerson): Promise<string> {
  if (subject === 'unknown') return newId();
  const { evidenceId } = await someEvidence(t, subject === 'own' ? supplier : other, { inside: newId() });
  await inUse(t, evidenceId, subject === 'other-city' ? t.yunxi : t.huzhou);
  return evidenceId;
}
