import { legalDayAt, legalDayOf } from '#kernel/date.ts';
import { ok, refuse } from '#kernel/result.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { regulations } from './data/regulations.ts';
import { policy } from './policy.ts';
import { valueOn } from './domain/parameter-on.ts';
import { deadlineFor } from './domain/deadline-for.ts';

export const routes = serve(contract, policy, {
  reads: {
    parameters: async (call, input) => {
      const on = input.on === undefined ? legalDayAt(call.now) : legalDayOf(input.on);
      if (on === undefined) return refuse('no-such-day', 'on');
      const { parameters, sources } = regulations();
      return ok({
        on,
        parameters: parameters.map(({ values, ...one }) => ({ ...one, value: valueOn({ values }, on) ?? null })),
        sources: sources.map(({ file: _, ...source }) => source),
      });
    },
    calendar: async () => {
      const { calendar } = regulations();
      return ok({ ...calendar, years: calendar.years.map((year) => ({ ...year, holidays: year.holidays.map((one) => ({ ...one, worked: [...one.worked] })) })) });
    },
    deadline: async (_, input) => {
      const from = legalDayOf(input.from);
      return from === undefined ? refuse('no-such-day', 'from') : deadlineFor(regulations(), input.parameter, from);
    },
  },
});
