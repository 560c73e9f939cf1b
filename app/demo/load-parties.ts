import { CITY_BODIES, type OrganisationKind, type Role } from '#kernel/policy.ts';
import { must, ok } from '#kernel/result.ts';
import { storeUpload, submitEvidence, type EvidenceKind } from '#modules/documents/index.ts';
import { enrol, foundCity, registerOrganisation } from '#modules/identity/index.ts';
import { adoptEdition, baseEdition, confirmLimits } from '#modules/standards/index.ts';
import { applyForAdmission, decideAdmission, registerSupplier, type AdmissionEvidence } from '#modules/suppliers/index.ts';
import type { WriteCall } from '#platform/database/call.ts';
import { passwords } from '#platform/passwords.ts';
import { demoPaper } from './papers/write.ts';
import type { DemoPaper, DemoPaperKind } from './papers/paper.ts';
import { DEMO_PASSWORD, type Stage } from './stage.ts';
import type { DemoCity, DemoPerson, DemoSupplier, DemoWorld } from './types.ts';

export const EVIDENCE_OF: Readonly<Record<DemoPaperKind, EvidenceKind>> = {
  'business-licence': 'BASIC_QUALIFICATION', trademark: 'TRADEMARK', commitment: 'COMMITMENT', 'green-certificate': 'CERTIFICATE', 'ccc-certificate': 'CERTIFICATE',
  'forest-certificate': 'CERTIFICATE', 'water-label': 'LABEL', 'energy-label': 'LABEL', epd: 'EPD', declaration: 'DECLARATION',
};

/** A paper of the demonstration as evidence of its holder. */
export async function bring(stage: Stage, call: WriteCall, paper: DemoPaper, holderOrganisationId: string): Promise<string> {
  const { uploadId } = must(await storeUpload(call, stage.platform.wired.files, await demoPaper(paper), { name: `${paper.number}.pdf`, organisationId: holderOrganisationId }));
  const values = paper.indicator === null ? [] : [{ indicatorCode: paper.indicator, printed: paper.declares?.value ?? paper.number, unit: paper.declares?.unit ?? null }];
  return must(await submitEvidence(call, { kind: EVIDENCE_OF[paper.kind], number: paper.number, holderOrganisationId, issuer: paper.issuer, issuedOn: paper.issuedOn, validUntil: paper.validTo, uploadId, values })).evidenceId;
}

/** The four laboratories serve every city. */
export async function foundLaboratories(stage: Stage, world: DemoWorld): Promise<void> {
  stage.passwordHash = await passwords.hash(DEMO_PASSWORD);
  const first = world.cities.map((city) => city.adoptsEditionOn).toSorted()[0]!;
  for (const laboratory of world.laboratories) {
    await stage.act({ city: null, as: null, on: first }, async (call) => {
      stage.organisations.set(laboratory.key, must(await registerOrganisation(call, { kind: 'laboratory', name: laboratory.nameZh, creditCode: null, homeCityId: null, demo: true })).organisationId);
      return ok(undefined);
    });
  }
}

/** The city with its bodies, people, confirmed standard and suppliers. */
export async function foundParties(stage: Stage, city: DemoCity): Promise<void> {
  const on = city.adoptsEditionOn;
  const { cityId } = await stage.act({ city: null, as: null, on }, async (call) => ok(await foundCity(call, { slug: city.key, nameZh: city.nameZh, nameEn: city.nameEn, demo: true })));
  stage.cities.set(city.key, cityId);
  await stage.keys.foundCity(stage, city.key, on);
  const bodies: { key: string; kind: OrganisationKind; name: string; creditCode: string }[] = [
    ...city.authorities.map((one) => ({ key: one.key, kind: one.kind, name: one.nameZh, creditCode: one.creditCode })),
    ...city.units.map((one) => ({ key: one.key, kind: 'buyer' as const, name: one.nameZh, creditCode: one.creditCode })),
  ];
  for (const body of bodies) {
    await stage.act({ city: city.key, as: null, on }, async (call) => {
      const { organisationId } = must(await registerOrganisation(call, { kind: body.kind, name: body.name, creditCode: body.creditCode, homeCityId: CITY_BODIES.includes(body.kind) ? cityId : null, demo: true }));
      stage.organisations.set(body.key, organisationId);
      for (const person of city.people.filter((one) => one.organisation === body.key)) await comeOn(stage, call, person, body, CITY_BODIES.includes(body.kind) ? cityId : null);
      return ok(undefined);
    });
  }
  for (const person of city.people.filter((one) => one.role === 'laboratory.clerk')) {
    await stage.act({ city: null, as: null, on }, async (call) => {
      await comeOn(stage, call, person, { key: person.organisation, kind: 'laboratory', name: person.organisation }, null);
      return ok(undefined);
    });
  }
  for (const actor of stage.actors.values()) if (actor.homeCityId === cityId) await stage.keys.enrol(stage, city.key, actor, on);
  await adopt(stage, city);
  for (const supplier of city.suppliers) await admit(stage, city, supplier);
}

async function comeOn(stage: Stage, call: WriteCall, person: DemoPerson, body: { key: string; kind: OrganisationKind; name: string }, homeCityId: string | null): Promise<void> {
  const organisationId = stage.organisations.get(body.key)!;
  const made = must(await enrol(call, { name: person.name, login: person.email, password: DEMO_PASSWORD, passwordHash: stage.passwordHash, organisation: { id: organisationId, kind: body.kind }, roles: [person.role], demo: true }));
  note(stage, body.key, person.role, { ...made, name: person.name, organisationId, organisationName: body.name, kind: body.kind, homeCityId });
}

function note(stage: Stage, key: string, role: Role, who: { personId: string; membershipId: string; name: string; organisationId: string; organisationName: string; kind: OrganisationKind; homeCityId: string | null }): void {
  if (stage.actors.has(`${key} ${role}`)) return;
  stage.actors.set(`${key} ${role}`, {
    personId: who.personId, personName: who.name, sessionId: '', membershipId: who.membershipId, organisationId: who.organisationId, organisationName: who.organisationName,
    organisationKind: who.kind, homeCityId: who.homeCityId, roles: [role], fresh: true,
  });
}

/** The city adopts the edition, and its officer confirms every limit: marked as a demonstration in the ledger. */
async function adopt(stage: Stage, city: DemoCity): Promise<void> {
  const edition = baseEdition();
  const on = city.adoptsEditionOn;
  const officer = [...stage.actors.values()].find((actor) => actor.homeCityId === stage.cities.get(city.key) && actor.roles.includes('housing.officer'))!;
  await stage.act({ city: city.key, as: officer, on }, (call) => adoptEdition(call, { cityId: stage.cities.get(city.key)!, editionId: edition.id, effectiveFrom: on }));
  for (const kind of edition.kinds) {
    await stage.act({ city: city.key, as: officer, on }, (call) =>
      confirmLimits(call, { editionId: edition.id, codes: kind.indicators.map((indicator) => indicator.code), clause: null, page: null, note: '演示确认：未与印刷版标准核对' }, true));
  }
}

async function admit(stage: Stage, city: DemoCity, supplier: DemoSupplier): Promise<void> {
  const clerk = city.people.find((one) => one.organisation === supplier.key);
  const name = clerk?.name ?? supplier.contact;
  const { appliedOn } = supplier;
  await stage.act({ city: null, as: null, on: appliedOn }, async (call) => {
    const made = must(await registerSupplier(call, {
      kind: supplier.role === 'brand-maker' ? 'maker' : 'distributor', name: supplier.nameZh, creditCode: supplier.creditCode, address: supplier.address, contactName: name, phone: '0572-5550100',
      login: clerk?.email ?? `${supplier.key}@${city.key}.example`, password: DEMO_PASSWORD, passwordHash: stage.passwordHash, demo: true,
    }));
    stage.organisations.set(supplier.key, made.organisationId);
    note(stage, supplier.key, 'supplier.clerk', { ...made, name, organisationName: supplier.nameZh, kind: 'supplier', homeCityId: null });
    return ok(undefined);
  });
  const as = stage.actor(supplier.key, 'supplier.clerk');
  const organisationId = as.organisationId!;
  await stage.keys.enrol(stage, city.key, as, appliedOn);
  const { admissionId } = await stage.act({ city: city.key, as, on: appliedOn }, async (call) => {
    const evidence: { kind: AdmissionEvidence; evidenceId: string }[] = [];
    for (const paper of supplier.papers) {
      const kind = EVIDENCE_OF[paper.kind] as AdmissionEvidence;
      evidence.push({ kind, evidenceId: await bring(stage, call, paper, organisationId) });
    }
    const asked = supplier.role === 'brand-maker' ? evidence : evidence.filter((one) => one.kind === 'COMMITMENT');
    return applyForAdmission(call, { cityId: stage.cities.get(city.key)!, organisationId, evidence: asked });
  });
  const { admission } = supplier;
  if (admission.state === 'pending') return;
  await stage.act({ city: city.key, as: stage.reviewer(city.key), on: admission.on }, (call) =>
    decideAdmission(call, { admissionId, decision: admission.state === 'admitted' ? 'admit' : 'return', reasons: admission.state === 'admitted' ? '' : admission.reason }));
}

