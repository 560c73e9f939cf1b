import { loginOf, passwordFault } from '#modules/identity/rules.ts';
import { creditCodeOf, faultAtRegistration } from '../../domain/credit-code.ts';
import type { Field, Typed } from './draft.ts';

/** Which fields stand on which step. */
export const STEPS = [['kind'], ['name', 'creditCode', 'address'], ['contactName', 'phone', 'login', 'password']] as const satisfies readonly (readonly Field[])[];
export type Step = 0 | 1 | 2;

export const stepOf = (field: string): Step | undefined => {
  const at = STEPS.findIndex((fields) => (fields as readonly string[]).includes(field));
  return at < 0 ? undefined : (at as Step);
};

/** What is wrong with a field, as the id of its wording; null where it may be sent. The server judges again by the same rules. */
export function faultOf(field: Field, typed: Typed, demo: boolean): string | null {
  const value = typed[field].trim();
  if (value === '') return `suppliers.join.missing.${field}`;
  switch (field) {
    case 'name':
    case 'address': return [...value].length < 4 ? `suppliers.join.short.${field}` : null;
    case 'creditCode': { const fault = faultAtRegistration(creditCodeOf(value), demo); return fault === null ? null : `suppliers.refusal.${fault}`; }
    case 'phone': return /^\+?[0-9][0-9 ()-]{5,18}[0-9]$/.test(value) ? null : 'suppliers.join.not.phone';
    case 'login': return loginOf(value) === undefined ? 'suppliers.refusal.login-not-usable' : null;
    case 'password': { const fault = passwordFault(typed.password, loginOf(typed.login) ?? ''); return fault === null ? null : `suppliers.refusal.${fault}`; }
    default: return null;
  }
}

/** Every fault of a step, by field. */
export const faultsOfStep = (step: Step, typed: Typed, demo: boolean): Partial<Record<Field, string>> =>
  Object.fromEntries((STEPS[step] as readonly Field[]).flatMap((field) => { const fault = faultOf(field, typed, demo); return fault === null ? [] : [[field, fault]]; }));
