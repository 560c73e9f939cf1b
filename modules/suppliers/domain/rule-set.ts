import type { LegalDay } from '#kernel/date.ts';
import type { AdmissionRequirement, AdmissionRuleSet, SupplierKind } from './model.ts';

/** The rule set in force on a day; undefined where none was. Two in force at once are a fault of the data and are found by `faultsOfRuleSets`. */
export function ruleSetOn(sets: readonly AdmissionRuleSet[], on: LegalDay): AdmissionRuleSet | undefined {
  return sets.find((set) => set.effectiveFrom <= on && (set.effectiveUntil === null || on <= set.effectiveUntil));
}

/** What a rule set asks of a kind of supplier, in the order of the data. */
export const requirementsOf = (set: AdmissionRuleSet, kind: SupplierKind): AdmissionRequirement[] => set.requirements.filter((one) => one.of.includes(kind));

/** What is wrong with the data: doubled ids, ends before beginnings, two sets on one day, evidence asked twice. Empty where it is sound. */
export function faultsOfRuleSets(sets: readonly AdmissionRuleSet[]): string[] {
  const faults: string[] = [];
  const inOrder = [...sets].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  for (const [at, set] of inOrder.entries()) {
    if (sets.filter((one) => one.id === set.id).length > 1) faults.push(`${set.id} stands twice`);
    if (set.effectiveUntil !== null && set.effectiveUntil < set.effectiveFrom) faults.push(`${set.id} ends before it begins`);
    const later = inOrder[at + 1];
    if (later !== undefined && (set.effectiveUntil === null || later.effectiveFrom <= set.effectiveUntil)) faults.push(`${set.id} and ${later.id} hold on one day`);
    for (const one of set.requirements) {
      if (set.requirements.filter((other) => other.evidence === one.evidence && other.of.some((kind) => one.of.includes(kind))).length > 1) faults.push(`${set.id} asks ${one.evidence} twice`);
    }
  }
  return faults;
}
