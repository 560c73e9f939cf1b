/** An entry of package-lock.json, as far as it is read here. */
type Entry = {
  readonly name?: string; readonly version?: string; readonly license?: string; readonly integrity?: string; readonly dev?: boolean; readonly devOptional?: boolean; readonly link?: boolean;
  readonly os?: readonly string[]; readonly optionalDependencies?: Readonly<Record<string, string>>;
};
export type Lockfile = { readonly packages: Readonly<Record<string, Entry>> };

/** One package of the tree. `system`: a part that only another operating system or processor installs. */
export type Locked = { readonly name: string; readonly version: string; readonly id: string; readonly licence: string | null; readonly runs: boolean; readonly system: boolean };

const nameAt = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * Every package of the lockfile, each once by name and version, sorted. A part for one system states no licence where the registry of the
 * locking machine did not carry it: it bears the licence of the package that names it as its part.
 */
export function lockedPackages({ packages }: Lockfile): Locked[] {
  const wholeOf = new Map<string, string>();
  for (const entry of Object.values(packages)) {
    for (const part of Object.keys(entry.optionalDependencies ?? {})) if (entry.license !== undefined) wholeOf.set(part, entry.license);
  }
  const found = new Map<string, Locked>();
  for (const [place, entry] of Object.entries(packages)) {
    if (place === '' || entry.link === true) continue;
    const name = entry.name ?? nameAt(place);
    const version = entry.version ?? '';
    const id = `${name}@${version}`;
    const system = entry.os !== undefined;
    const licence = entry.license ?? (system ? (wholeOf.get(name) ?? null) : null);
    // The same package may stand at several places; it runs if it runs at one of them.
    const runs = (entry.dev !== true && entry.devOptional !== true) || found.get(id)?.runs === true;
    found.set(id, { name, version, id, licence, runs, system });
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
