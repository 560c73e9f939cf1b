import { ok, refuse } from '#kernel/result.ts';
import { evidenceById, usesOf } from '#modules/documents/index.ts';
import { isMember } from '#modules/identity/index.ts';
import type { ReadCall, WriteCall } from '#platform/database/call.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { submitReport } from './index.ts';
import { enterValue } from './operations/enter-value.ts';
import { settleReading } from './operations/settle-reading.ts';
import { policy } from './policy.ts';
import { pagesOf, reportById } from './store/reports.ts';
import { enteredValues, putEntered, putSettled } from './store/settlements.ts';

/** The report with its holder, and whether it serves in the call's city. */
async function reportInCity(call: ReadCall, reportId: string) {
  const report = await reportById(call.tx, reportId);
  const evidence = report === undefined ? undefined : await evidenceById(call.tx, report.evidenceId);
  if (report === undefined || evidence === undefined) return undefined;
  const uses = await usesOf(call.tx, report.evidenceId);
  return { id: report.id, evidenceId: report.evidenceId, state: report.state, holderOrganisationId: evidence.holderOrganisationId, usedInCity: uses.some((use) => use.cityId === call.cityId) };
}

const settled = (call: WriteCall, evidenceId: string): void => call.emit({ name: 'laboratories.reading-settled@1', subject: evidenceId, cityId: call.cityId, body: { evidenceId } });

export const routes = serve(contract, policy, {
  reads: {
    report: async (call, input) => {
      const report = await reportById(call.tx, input.reportId);
      const evidence = report === undefined ? undefined : await evidenceById(call.tx, report.evidenceId);
      if (report === undefined || evidence?.holderOrganisationId !== call.actor!.organisationId) return refuse('not-found', 'reportId');
      return ok({ reportId: report.id, evidenceId: report.evidenceId, state: report.state, failure: report.failure, pages: (await pagesOf(call.tx, report.id))?.pageCount ?? 0 });
    },
  },
  writes: {
    submitReport: async (call, input) => {
      const evidence = await evidenceById(call.tx, input.evidenceId);
      if (evidence?.holderOrganisationId !== call.actor!.organisationId) return refuse('not-found', 'evidenceId');
      return submitReport(call, input);
    },
    settleReading: (call, input) => {
      const by = { personId: call.actor!.personId, organisationId: call.actor!.organisationId! };
      return settleReading(
        {
          by, record: call.record, tell: (evidenceId) => settled(call, evidenceId),
          report: () => reportInCity(call, input.reportId),
          isMember: (organisationId) => isMember(call.tx, by.personId, organisationId),
          entered: async (code) => (await enteredValues(call.tx, call.cityId!, input.reportId)).find((one) => one.code === code),
          put: (one) => putSettled(call.tx, { cityId: call.cityId!, reportId: input.reportId, ...one, ...by }, call.now),
        },
        input,
      );
    },
    enterValue: (call, input) => {
      const by = { personId: call.actor!.personId, organisationId: call.actor!.organisationId! };
      return enterValue(
        {
          by, record: call.record, tell: (evidenceId) => settled(call, evidenceId),
          report: () => reportInCity(call, input.reportId),
          put: (one) => putEntered(call.tx, { cityId: call.cityId!, reportId: input.reportId, ...one, ...by }, call.now),
        },
        input,
      );
    },
  },
});
