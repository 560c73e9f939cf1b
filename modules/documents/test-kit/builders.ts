import { day, type LegalDay } from '#kernel/date.ts';
import { must, ok } from '#kernel/result.ts';
import type { TestCity, TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { aPdf, aPng } from '#platform/files/test-kit.ts';
import { confirmEvidence, storeUpload, submitEvidence, useEvidence, type EvidenceKind, type KeptUpload, type SubmittedEvidence } from '../index.ts';

/** Builders for tests of this and higher modules: their defaults succeed, and they act through the real operations. */

/** A file handed in by the person's organisation; `inside` makes its content its own. */
export async function anUpload(t: TestPlatform, as: TestPerson, given: { content?: Uint8Array; inside?: string; name?: string } = {}): Promise<KeptUpload> {
  const content = given.content ?? aPdf(given.inside ?? 'evidence');
  return must(await t.act({ as }, async (call) => storeUpload(call, t.platform.wired.files, content, { name: given.name ?? '示例材料.pdf', organisationId: as.organisationId })));
}

type Given = Partial<Omit<SubmittedEvidence, 'holderOrganisationId'>> & { inside?: string; content?: Uint8Array; name?: string };

/** Evidence submitted by the person's organisation: a certificate unless told otherwise. */
export async function someEvidence(t: TestPlatform, as: TestPerson, given: Given = {}): Promise<{ evidenceId: string }> {
  const { inside, content, name, ...rest } = given;
  const kind: EvidenceKind = given.kind ?? 'CERTIFICATE';
  const photo = kind === 'PHOTO';
  const uploadId = given.uploadId ?? (await anUpload(t, as, {
    content: content ?? (photo ? aPng() : aPdf(inside ?? `evidence ${kind}`)), name: name ?? (photo ? '示例图片.png' : '示例材料.pdf'),
  })).uploadId;
  const issuedOn: LegalDay = day('2026-01-05');
  return must(await t.act({ as }, async (call) =>
    submitEvidence(call, { kind, number: '示例GBM-2026-10001', issuer: '浙北示例绿色认证中心', issuedOn, validUntil: day('2031-01-04'), values: [], ...rest, uploadId, holderOrganisationId: as.organisationId })));
}

/** Notes that evidence serves for something in a city; a thing of nobody unless told otherwise. */
export async function inUse(t: TestPlatform, evidenceId: string, city: TestCity, given: { subjectKind?: string; subjectId?: string; purpose?: string } = {}): Promise<void> {
  must(await t.act({ city }, async (call) =>
    useEvidence(call, { evidenceId, cityId: city.id, subjectKind: given.subjectKind ?? 'product', subjectId: given.subjectId ?? '00000000-0000-7000-8000-0000000000aa', purpose: given.purpose ?? 'product' })));
}

/** Evidence used in a city and confirmed by its centre's reviewer. */
export async function confirmedEvidence(t: TestPlatform, as: TestPerson, by: { reviewer: TestPerson; city: TestCity }, given: Given = {}): Promise<{ evidenceId: string }> {
  const made = await someEvidence(t, as, given);
  await inUse(t, made.evidenceId, by.city);
  must(await t.act({ as: by.reviewer, city: by.city }, async (call) => {
    const done = await confirmEvidence(call, made);
    return done.ok ? ok(undefined) : done;
  }));
  return made;
}
