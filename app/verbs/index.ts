import { COMPARE_HELP } from '#modules/laboratories/compare-help.ts';

/** A verb of the command line. `run` answers with the exit status; an error it throws is told and is 1. */
export type Verb = { readonly summary: string; readonly help: string; load(): Promise<(argv: readonly string[]) => Promise<number>> };

const DATABASE = `
Database: the embedded PostgreSQL in the data folder (QINGCAI_DATA, default ./data), or your own, version 16 or newer, where
DATABASE_URL (application role, owns nothing) and DATABASE_OWNER_URL (owner of the database) are set.`;

export const verbs: Readonly<Record<string, Verb>> = {
  serve: {
    summary: 'serve the platform, with its jobs, until stopped',
    help: `Usage: serve [--demo] [--build] [--port N]
  --demo   load the demonstration city where the database is empty, and print its logins
  --build  build the web first where its sources changed
  --port   the port, default 3000 (PORT); PUBLIC_ORIGIN is the origin people use, default http://localhost:PORT
${DATABASE}`,
    load: async () => (await import('./serve.ts')).serve,
  },
  work: {
    summary: 'run jobs, the sequencer and the courier without serving',
    help: `Usage: work${DATABASE}`,
    load: async () => (await import('./work.ts')).work,
  },
  migrate: {
    summary: 'bring the database to the present schema',
    help: `Usage: migrate\nForward only; prints what was applied. Exit 1 where an applied migration was changed.${DATABASE}`,
    load: async () => (await import('./migrate.ts')).migrateVerb,
  },
  demo: {
    summary: 'load the demonstration city into an empty platform',
    help: `Usage: demo\nLoads two invented cities through the real operations, at told times. Exit 1 where other data is there.${DATABASE}`,
    load: async () => (await import('./demo.ts')).demo,
  },
  reset: {
    summary: 'remove all data of the embedded database and start over',
    help: `Usage: reset [--yes]\nRemoves the data folder (database, files). Asks first unless --yes or QINGCAI_DATA's folder is new. Never touches a database of your own.`,
    load: async () => (await import('./reset.ts')).reset,
  },
  openapi: {
    summary: 'print the OpenAPI 3.1 document',
    help: 'Usage: openapi\nPrints the document on standard output; needs no database.',
    load: async () => (await import('./openapi.ts')).openapiVerb,
  },
  compare: {
    summary: 'hold a test report (PDF) against the digital standard; needs no database',
    help: `Usage: ${COMPARE_HELP}`,
    load: async () => (await import('./compare.ts')).compare,
  },
  verify: {
    summary: 'check the ledger, or a signature offline',
    help: `Usage: verify ledger [--json]
       verify FILE [--pdf FILE] [--city-key FINGERPRINT] [--json]
ledger walks every chain, names the first broken entry and what is not chained yet. Exit 0 where all is sound, 1 otherwise.
FILE is a signature bundle (JSON); the PDF of the same name beside it is checked with it. Needs no server, no database, no network.
  --pdf       the PDF, where it has another name
  --city-key  the fingerprint of the city's key as the city publishes it; without it the fingerprint found is printed for comparing
Exit 0 where the signature holds, 1 where something is wrong (each thing by name), 2 where a file cannot be read.${DATABASE}`,
    load: async () => (await import('./verify.ts')).verify,
  },
  backup: {
    summary: 'write a backup of the database and the documents',
    help: `Usage: backup FOLDER
Writes one snapshot of every table, the documents and a manifest of their hashes into FOLDER, which must not exist yet; the platform may
go on working meanwhile. A backup that is cut leaves no folder of that name. Prints the manifest's hash: keep it elsewhere, and the key of the installation (keys/installation.key in the data folder, or
QINGCAI_KEY), which is not in the backup. The folder holds personal data and is readable by its owner alone. Exit 1 where a document of the store was found altered.${DATABASE}`,
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    summary: 'bring a backup into an empty installation',
    help: `Usage: restore FOLDER [--manifest SHA256] [--other-key]
Checks every hash first, makes the schema of the backup, brings the rows in by one transaction, brings the schema to the present and
verifies the ledger. Refuses a database that is not empty, a damaged backup, and one of a newer version of the platform.
  --manifest  the manifest's hash as \`backup\` printed it; another one is refused
  --other-key  restore without the key of the installation that was backed up: what it sealed stays closed${DATABASE}`,
    load: async () => (await import('./restore.ts')).restore,
  },
};
