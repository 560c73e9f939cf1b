import type { TestCity, TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { must } from '#kernel/result.ts';
import { storeUpload, submitEvidence } from '#modules/documents/index.ts';
import { applyForAdmission, decideAdmission, registerSupplier, type AdmissionEvidence, type SupplierKind } from '../index.ts';
import { checkCharacterOf } from '../domain/credit-code.ts';
import { paper, pdfOf, type Paper } from './paper.ts';

/** Builders of suppliers for tests of this and higher modules. Their defaults succeed and go through the real operations. */

export type TestSupplier = TestPerson & { readonly name: string; readonly kind: SupplierKind; readonly creditCode: string };
export type SupplierOptions = { readonly kind?: SupplierKind; readonly name?: string; readonly city?: TestCity; readonly told?: Date };

const EVIDENCE: Readonly<Record<SupplierKind, readonly AdmissionEvidence[]>> = { maker: ['BASIC_QUALIFICATION', 'COMMITMENT', 'TRADEMARK'], distributor: ['COMMITMENT'] };

let made = 0;

/** A sound code of no organisation: its division 339999 is assigned to no place. */
export function creditCode(serial: number): string {
  const head = `91339999MA${String(serial).padStart(7, '0')}`;
  return head + checkCharacterOf(head)!;
}

/** A registered supplier with a signed-in clerk; it has applied nowhere. */
export async function registeredSupplier(t: TestPlatform, options: SupplierOptions = {}): Promise<TestSupplier> {
  made += 1;
  const kind = options.kind ?? 'maker';
  const name = options.name ?? `示例${kind === 'maker' ? '建材制造' : '建材经销'}${made}有限公司`;
  const code = creditCode(made);
  const login = `supplier-${made}`;
  const { organisationId } = must(await t.act(told(options), (call) => registerSupplier(call, {
    kind, name, creditCode: code, address: `湖州市吴兴区示例路${made}号`, contactName: '示例经办人', phone: '0572-0000000', login, password: 'not-used-in-tests', passwordHash: 'none', demo: true,
  })));
  const clerk = await t.person('supplier.clerk', { with: { organisationId } as TestPerson, name: '示例经办人' });
  return { ...clerk, name, kind, creditCode: code };
}

/** A piece of evidence of the supplier's, as a small real PDF, handed in and not yet confirmed. */
export async function givenEvidence(t: TestPlatform, supplier: TestSupplier, kind: AdmissionEvidence, change: Partial<Paper> = {}, at: { told?: Date } = {}): Promise<{ evidenceId: string; uploadId: string; paper: Paper }> {
  const one = paper(kind, supplier.name, change);
  const content = await pdfOf(one);
  return must(await t.act({ as: supplier, ...told(at) }, async (call) => {
    const { uploadId } = must(await storeUpload(call, t.platform.wired.files, content, { name: `${kind.toLowerCase()}.pdf`, organisationId: supplier.organisationId }));
    const given = must(await submitEvidence(call, { kind, number: one.number, issuer: one.issuer, issuedOn: one.issuedOn, validUntil: one.validUntil, uploadId, holderOrganisationId: supplier.organisationId, values: [] }));
    return { ok: true, value: { ...given, uploadId, paper: one } };
  }));
}

/** A supplier whose application waits for the centre of the city. */
export async function applyingSupplier(t: TestPlatform, options: SupplierOptions & { supplier?: TestSupplier } = {}): Promise<TestSupplier & { readonly admissionId: string }> {
  const supplier = options.supplier ?? (await registeredSupplier(t, options));
  const city = options.city ?? t.huzhou;
  const evidence: { kind: AdmissionEvidence; evidenceId: string }[] = [];
  for (const kind of EVIDENCE[supplier.kind]) evidence.push({ kind, evidenceId: (await givenEvidence(t, supplier, kind, {}, options)).evidenceId });
  const { admissionId } = must(await t.act({ as: supplier, city, ...told(options) }, (call) => applyForAdmission(call, { cityId: city.id, organisationId: supplier.organisationId, evidence })));
  return { ...supplier, admissionId };
}

/** A supplier admitted to the city: `await admittedSupplier(t)`, `await admittedSupplier(t, { kind: 'distributor', city: t.yunxi })`. */
export async function admittedSupplier(t: TestPlatform, options: SupplierOptions & { supplier?: TestSupplier; reviewer?: TestPerson } = {}): Promise<TestSupplier & { readonly admissionId: string }> {
  const city = options.city ?? t.huzhou;
  const supplier = await applyingSupplier(t, options);
  const reviewer = options.reviewer ?? (await t.person('centre.reviewer', { city }));
  must(await t.act({ as: reviewer, city, ...told(options) }, (call) => decideAdmission(call, { admissionId: supplier.admissionId, decision: 'admit', reasons: '' })));
  return supplier;
}

const told = (options: { told?: Date }): { told?: Date } => (options.told === undefined ? {} : { told: options.told });
