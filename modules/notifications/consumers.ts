import { evidenceById, type EvidenceSettled } from '#modules/documents/index.ts';
import type { Consumer } from '#platform/module.ts';
import { notices } from './domain/notices.ts';
import { notify } from './index.ts';

/** Documents stands below this module and cannot call it; so its settled evidence is told from here. A withdrawal is the holder's own act. */
const tellHolder: Consumer = async (call, event) => {
  const settled = event.body as EvidenceSettled;
  if (settled.state === 'withdrawn') return;
  const evidence = await evidenceById(call.tx, settled.evidenceId);
  if (evidence === undefined) throw new Error(`settled evidence ${settled.evidenceId} is unknown`);
  const code = `documents.notice.evidence-${settled.state}` as const;
  await notify(call, {
    organisationId: settled.holder, cityId: event.cityId, code, kind: notices[code], subjectKind: 'evidence', subjectId: evidence.id,
    facts: { kind: evidence.kind, number: evidence.number ?? '', reason: settled.reason }, path: `/work/evidence/${evidence.id}`, cause: event.id,
  });
};

export const consumes = { 'documents.evidence-settled@1': tellHolder };
