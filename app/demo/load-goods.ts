import { addDays } from '#kernel/date.ts';
import { must, ok } from '#kernel/result.ts';
import { decideListing, submitProduct } from '#modules/catalogue/index.ts';
import { confirmEvidence, storeUpload, submitEvidence } from '#modules/documents/index.ts';
import { submitReport } from '#modules/laboratories/index.ts';
import { bring } from './load-parties.ts';
import { demoReport } from './reports/write.ts';
import type { Stage } from './stage.ts';
import type { DemoCity } from './types.ts';

/** Every product is put forward by its supplier with its report and its other papers; the reports are read as jobs. */
export async function submitProducts(stage: Stage, city: DemoCity): Promise<void> {
  for (const product of city.products) {
    const as = stage.actor(product.supplier, 'supplier.clerk');
    const organisationId = as.organisationId!;
    const report = await demoReport(product.report);
    const made = await stage.act({ city: city.key, as, on: product.submittedOn }, async (call) => {
      const { uploadId } = must(await storeUpload(call, stage.platform.wired.files, report, { name: `${product.report.number}.pdf`, organisationId }));
      const { evidenceId } = must(await submitEvidence(call, {
        kind: 'TEST_REPORT', number: product.report.number, holderOrganisationId: organisationId, issuer: product.report.laboratory.nameZh, issuedOn: product.report.issued, validUntil: null, uploadId, values: [],
      }));
      must(await submitReport(call, { evidenceId }));
      const papers: string[] = [];
      for (const paper of product.papers) papers.push(await bring(stage, call, paper, organisationId));
      const submitted = await submitProduct(call, {
        kindCode: product.kind, name: product.nameZh, brand: product.brand, model: product.model, parameters: product.parameters, description: product.introduction, evidence: [evidenceId, ...papers],
        terms: { price: product.price.amount, priceUnit: product.price.unit, taxRate: product.price.taxRate, minimumOrder: product.minimumOrder, deliveryArea: product.deliveryArea, deliveryDays: null },
      }, organisationId);
      return submitted.ok ? ok({ listingId: submitted.value.listingId, papers }) : submitted;
    });
    stage.listings.set(product.key, made.listingId);
    stage.papers.set(product.key, made.papers);
  }
}

/** A person of the centre confirms each certificate, label, EPD and declaration. */
export async function bringEvidence(stage: Stage, city: DemoCity): Promise<void> {
  for (const product of city.products) {
    for (const evidenceId of stage.papers.get(product.key) ?? []) {
      await stage.act({ city: city.key, as: stage.reviewer(city.key), on: addDays(product.submittedOn, 1) }, (call) => confirmEvidence(call, { evidenceId }));
    }
  }
}

/** The centre lists what its evidence proves. */
export async function listProducts(stage: Stage, city: DemoCity): Promise<void> {
  for (const product of city.products) {
    if (product.listedOn === null) continue;
    await stage.act({ city: city.key, as: stage.reviewer(city.key), on: product.listedOn }, (call) => decideListing(call, { listingId: stage.listings.get(product.key)!, act: 'list', reasons: null }));
  }
}
