import type { Consumer } from '#platform/module.ts';
import { usesOf } from '#modules/documents/index.ts';
import { judge } from './judging.ts';
import { livingListings } from './store/listings.ts';

/** Judges every listing that uses this evidence again, in the city of each use. */
async function judgeUses(call: Parameters<Consumer>[0], evidenceId: string): Promise<void> {
  for (const use of await usesOf(call.tx, evidenceId)) {
    if (use.subjectKind === 'listing') await judge({ ...call, cityId: use.cityId, record: (entry) => call.record({ ...entry, cityId: entry.cityId ?? use.cityId }) }, use.subjectId);
  }
}

const evidenceOf = (body: unknown): string => (body as { evidenceId: string }).evidenceId;

/** What the catalogue hears: a report was read or settled, typed evidence was confirmed or withdrawn, a limit was confirmed. Judging twice gives the same. */
export const consumes: Readonly<Record<string, Consumer>> = {
  'laboratories.report-read@1': (call, event) => judgeUses(call, evidenceOf(event.body)),
  'laboratories.reading-settled@1': (call, event) => judgeUses(call, evidenceOf(event.body)),
  'documents.evidence-settled@1': (call, event) => judgeUses(call, evidenceOf(event.body)),
  'standards.limits-confirmed@1': async (call, event) => {
    const { kinds } = event.body as { kinds: string[] };
    for (const id of await livingListings(call.tx, event.cityId!, kinds)) await judge(call, id);
  },
};
