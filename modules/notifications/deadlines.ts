import type { DeadlineSource } from '#platform/module.ts';
import { expiringEvidence } from './store/expiring.ts';

/** Evidence that ends: asked here, since documents stands below this module. A product whose proof ends cannot be bought any more, and a new test takes weeks. */
export const deadlines: readonly DeadlineSource[] = [
  {
    code: 'documents.notice.evidence-expiring',
    steps: [-60, -30, -7],
    open: async (tx, range) =>
      (await expiringEvidence(tx, range)).map((one) => ({
        organisationId: one.holder, cityId: one.city_id, subjectKind: 'evidence', subjectId: one.id, day: one.valid_until,
        facts: { kind: one.kind, number: one.number ?? '' }, path: `/work/evidence/${one.id}`,
      })),
  },
];
