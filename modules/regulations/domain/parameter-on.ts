import type { LegalDay } from '#kernel/date.ts';
import type { Parameter, ParameterValue } from './model.ts';

/** The value of a parameter in force on a day; undefined where no text at hand gives one for that day: unknown, never the nearest. */
export const valueOn = (parameter: Pick<Parameter, 'values'>, on: LegalDay): ParameterValue | undefined => parameter.values.find(({ from, to }) => from <= on && (to === null || on <= to));

/** A parameter by its code, with its value on a day; undefined where either is not known. */
export function parameterOn(parameters: readonly Parameter[], code: string, on: LegalDay): (Parameter & { readonly value: ParameterValue }) | undefined {
  const parameter = parameters.find((one) => one.code === code);
  const value = parameter === undefined ? undefined : valueOn(parameter, on);
  return parameter === undefined || value === undefined ? undefined : { ...parameter, value };
}

/** What is wrong with the dated values: one line each. Two values of one parameter must not be in force on one day. */
export function faultsOfParameters(parameters: readonly Parameter[], sources: readonly string[]): string[] {
  const faults: string[] = [];
  if (new Set(parameters.map((one) => one.code)).size < parameters.length) faults.push('a code stands twice');
  for (const { code, values, runs, starts } of parameters) {
    values.forEach((value, at) => {
      if (!sources.includes(value.source)) faults.push(`${code}: no source ${value.source}`);
      if (value.to !== null && value.to < value.from) faults.push(`${code}: ends before it begins`);
      const next = values[at + 1];
      if (next !== undefined && (value.to === null || next.from <= value.to)) faults.push(`${code}: two values on ${next.from}`);
      if ((value.unit === 'percent') !== (runs === null)) faults.push(`${code}: a proportion does not run, a period does`);
    });
    if ((runs === null) !== (starts === null)) faults.push(`${code}: a period says from when, a proportion does not`);
  }
  return faults;
}
