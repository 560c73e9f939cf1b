import type { Locked } from './lockfile.ts';

/** Licences that a package of the tree may bear, each with the reason why. Anything else fails until a person has read it. */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'permissive: keep the notice',
  'MIT-0': 'permissive: nothing asked',
  ISC: 'permissive: keep the notice',
  '0BSD': 'permissive: nothing asked',
  'BSD-2-Clause': 'permissive: keep the notice',
  'BSD-3-Clause': 'permissive: keep the notice, do not advertise with the names',
  'Apache-2.0': 'permissive, with a grant of patents: keep notice and NOTICE; the licence of this platform itself',
  'BlueOak-1.0.0': 'permissive: keep the licence or a link to it',
  'Python-2.0': 'permissive: keep the notice',
  Unlicense: 'given to the public',
  'OFL-1.1': 'for a font: may be embedded and passed on, not sold by itself, reserved name kept',
};

/** Licences that only packages for building and testing may bear: nothing of them leaves with the platform. */
export const ALLOWED_FOR_BUILDING: Readonly<Record<string, string>> = {
  'MPL-2.0': 'changes of its own files are shared; used unchanged (accessibility checker, CSS in the web build)',
  'CC-BY-4.0': 'a table of browsers, named; used while building',
};

/** Packages whose manifest states no licence; the licence was read in the package itself, at that version. */
export const READ_BY_HAND: Readonly<Record<string, { readonly licence: string; readonly where: string }>> = {
  'combine-errors@3.0.3': { licence: 'MIT', where: 'Readme.md, section License' },
};

/** The licence a package is held to; null where none is known. */
export const licenceOf = (one: Locked): string | null => one.licence ?? READ_BY_HAND[one.id]?.licence ?? null;

/** Whether an SPDX expression is allowed: every part of an AND, one part of an OR. */
export function isAllowed(expression: string, runs: boolean): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' AND ')) return bare.split(' AND ').every((part) => isAllowed(part.trim(), runs));
  if (bare.includes(' OR ')) return bare.split(' OR ').some((part) => isAllowed(part.trim(), runs));
  return Object.hasOwn(ALLOWED, bare) || (!runs && Object.hasOwn(ALLOWED_FOR_BUILDING, bare));
}

/** What is not allowed: one line for each package. */
export function faultsOfLicences(packages: readonly Locked[]): string[] {
  const unknown = packages.filter((one) => licenceOf(one) === null).map((one) => `${one.id} states no licence`);
  const refused = packages.filter((one) => licenceOf(one) !== null && !isAllowed(licenceOf(one)!, one.runs)).map((one) => `${one.id} bears ${licenceOf(one)!}, which is not on the list${one.runs ? ' for what runs' : ''}`);
  const gone = Object.keys(READ_BY_HAND).filter((id) => !packages.some((one) => one.id === id)).map((id) => `${id} was read by hand and is no longer there`);
  return [...unknown, ...refused, ...gone];
}

/** The list of licences as a page. */
export function licenceList(packages: readonly Locked[]): string {
  const byLicence = new Map<string, Locked[]>();
  for (const one of packages) {
    const licence = licenceOf(one) ?? 'unknown';
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), one]);
  }
  const sections = [...byLicence].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([licence, those]) => {
    const line = (what: string, some: readonly Locked[]): string => (some.length === 0 ? '' : `\n${what} (${some.length}): ${some.map((one) => one.id).join(', ')}\n`);
    const reason = ALLOWED[licence] ?? ALLOWED_FOR_BUILDING[licence];
    return `## ${licence}\n${reason === undefined ? '' : `${reason[0]!.toUpperCase()}${reason.slice(1)}.\n`}${line('At run time', those.filter((one) => one.runs && !one.system))}${line('At run time, by system', those.filter((one) => one.runs && one.system))}${line('For building and testing', those.filter((one) => !one.runs))}`;
  });
  const byHand = Object.entries(READ_BY_HAND).map(([id, { licence, where }]) => `| ${id} | ${licence} | ${where} |`);
  return `# Licences of everything that is installed
Written by \`npm run licences\` from the lockfile, ${packages.length} packages; \`tests/architecture/supply.test.ts\` fails where a package bears a licence that is not on the list in \`scripts/supply/licences.ts\`, or where this page is not the one the script writes.

${sections.join('\n')}
## Read by hand
Their manifests state no licence.

| package | licence | where it stands |
|---|---|---|
${byHand.join('\n')}
`;
}
