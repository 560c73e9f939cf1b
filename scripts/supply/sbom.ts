import { createHash } from 'node:crypto';
import { licenceOf } from './licences.ts';
import type { Locked } from './lockfile.ts';

type Component = { readonly 'bom-ref': string; readonly licenses?: readonly unknown[]; readonly hashes?: readonly unknown[] };
/** A bill of materials in CycloneDX, as far as it is read here. */
export type Sbom = {
  readonly bomFormat: string; readonly specVersion: string; readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: { readonly name: string } };
  readonly components: readonly Component[];
};

/**
 * The bill as it is handed on: each package once, by name and version; the same lockfile gives the same bytes (npm writes the hour, a
 * random number and the name of the folder). A licence that the manifest does not state is filled in as in the list of licences.
 */
export function settled(bill: Sbom, packages: readonly Locked[], lockfile: string): Sbom {
  const digest = createHash('sha256').update(lockfile).digest('hex');
  const { timestamp: _, ...metadata } = bill.metadata;
  const licences = new Map(packages.map((one) => [one.id, licenceOf(one)]));
  const once = new Map(bill.components.map((one) => [one['bom-ref'], one]));
  const components = [...once.values()].toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)).map((one): Component => {
    const licence = licences.get(one['bom-ref']);
    return (one.licenses ?? []).length > 0 || licence == null ? one : { ...one, licenses: [licence.includes(' ') ? { expression: licence } : { license: { id: licence } }] };
  });
  return {
    ...bill, serialNumber: `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    metadata: { ...metadata, component: { ...metadata.component, name: 'qingcai' } }, components,
  };
}

/** What is wrong with a bill beside the lockfile: one line each, none where it is whole. */
export function faultsOfSbom(bill: Sbom, packages: readonly Locked[]): string[] {
  const inBill = new Set(bill.components.map((one) => one['bom-ref']));
  const locked = new Set(packages.map((one) => one.id));
  return [
    ...(bill.bomFormat === 'CycloneDX' ? [] : [`the bill is in ${bill.bomFormat}`]),
    ...[...locked].filter((id) => !inBill.has(id)).map((id) => `${id} is in the lockfile and not in the bill`),
    ...[...inBill].filter((id) => !locked.has(id)).map((id) => `${id} is in the bill and not in the lockfile`),
    ...(inBill.size === bill.components.length ? [] : ['a package stands twice in the bill']),
    ...bill.components.filter((one) => (one.licenses ?? []).length === 0).map((one) => `${one['bom-ref']} has no licence in the bill`),
  ];
}
