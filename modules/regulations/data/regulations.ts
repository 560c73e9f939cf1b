import { faultsOfCalendar } from '../domain/calendar.ts';
import type { LegalCalendar, Parameter, Source } from '../domain/model.ts';
import { faultsOfParameters } from '../domain/parameter-on.ts';
import * as schema from './schema.ts';
import writtenCalendar from './calendar.json' with { type: 'json' };
import writtenParameters from './parameters.json' with { type: 'json' };
import writtenSources from './sources.json' with { type: 'json' };

export type Regulations = { readonly sources: readonly Source[]; readonly parameters: readonly Parameter[]; readonly calendar: LegalCalendar };

let checked: Regulations | undefined;

/** The dated parameters and the legal calendar, checked once. Throws where the data is faulty: the platform must not start on it. */
export function regulations(): Regulations {
  if (checked === undefined) {
    const given: Regulations = { sources: schema.sources.parse(writtenSources), parameters: schema.parameters.parse(writtenParameters), calendar: schema.calendar.parse(writtenCalendar) };
    const faults = [...faultsOfParameters(given.parameters, given.sources.map((source) => source.id)), ...faultsOfCalendar(given.calendar)];
    if (faults.length > 0) throw new Error(`the regulations are faulty: ${faults.join('; ')}`);
    checked = given;
  }
  return checked;
}
