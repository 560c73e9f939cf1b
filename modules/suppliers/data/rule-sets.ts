import { z } from 'zod';
import { legalDayOf, type LegalDay } from '#kernel/date.ts';
import { ADMISSION_EVIDENCE, EVIDENCE_FIELDS, SUPPLIER_KINDS, type AdmissionRuleSet } from '../domain/model.ts';
import { faultsOfRuleSets } from '../domain/rule-set.ts';
import written from './admission-rules.json' with { type: 'json' };

const both = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const legalDay = z.string().transform((text, context): LegalDay => legalDayOf(text) ?? (context.addIssue({ code: 'custom', message: `no such day: ${text}` }), z.NEVER));

/** The meta-schema of the rule sets: what is not said here may not stand there. */
const ruleSets = z.array(z.strictObject({
  id: z.string().min(1),
  effectiveFrom: legalDay,
  effectiveUntil: legalDay.nullable(),
  effectiveBecause: both,
  sources: z.array(both).min(1),
  requirements: z.array(z.strictObject({
    evidence: z.enum(ADMISSION_EVIDENCE),
    of: z.array(z.enum(SUPPLIER_KINDS)).min(1),
    fields: z.array(z.enum(EVIDENCE_FIELDS)),
    basis: both,
  })),
}));

let checked: readonly AdmissionRuleSet[] | undefined;

/** The dated rule sets of admission, checked once. Throws where the data is faulty: the platform must not start on it. */
export function admissionRuleSets(): readonly AdmissionRuleSet[] {
  if (checked === undefined) {
    const sets = ruleSets.parse(written);
    const faults = faultsOfRuleSets(sets);
    if (faults.length > 0) throw new Error(`the rule sets of admission are faulty: ${faults.join('; ')}`);
    checked = sets;
  }
  return checked;
}
