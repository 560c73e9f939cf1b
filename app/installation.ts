import pg from 'pg';
import { startEmbedded } from '#platform/database/embedded.ts';
import type { Logger } from '#platform/log.ts';
import { dataFolder } from '#platform/database/data-folder.ts';

/** Where this installation keeps its data: a database with two roles, and a folder for files. */
export type Installation = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly appRole: string;
  readonly folder: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
};

/** Opens the user's own PostgreSQL where its two addresses are set, else starts the embedded one. Throws with a remedy. */
export async function openInstallation(options: { progress?: (line: string) => void; shareRunning?: boolean; env?: NodeJS.ProcessEnv; /** Starts the embedded database again whenever it ends, and tells it here. */ keep?: Logger } = {}): Promise<Installation> {
  const env = options.env ?? process.env;
  const [appUrl, ownerUrl] = [env['DATABASE_URL'], env['DATABASE_OWNER_URL']];
  const folder = dataFolder(env);
  if (appUrl !== undefined || ownerUrl !== undefined) {
    if (appUrl === undefined || ownerUrl === undefined) throw new Error('Set both DATABASE_URL (application role) and DATABASE_OWNER_URL (owner), or neither.');
    const appRole = await checkOwnDatabase(appUrl, ownerUrl);
    return { ownerUrl, appUrl, appRole, folder, embedded: false, stop: async () => {} };
  }
  const started = await startEmbedded({ dataDir: folder, durable: true, ...(options.progress === undefined ? {} : { progress: options.progress }), ...(options.shareRunning === undefined ? {} : { shareRunning: options.shareRunning }), ...(options.keep === undefined ? {} : { keep: options.keep }) });
  return { ownerUrl: started.ownerUrl, appUrl: started.appUrl, appRole: 'qingcai_app', folder, embedded: true, stop: () => started.stop() };
}

/** The user's own database must be new enough, in UTF-8, with two different roles, the application's without power of its own. */
async function checkOwnDatabase(appUrl: string, ownerUrl: string): Promise<string> {
  const ask = async (url: string, name: string) => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ role: string; version: number; encoding: string; powerful: boolean; owns: boolean; database: string }>(
        `select current_user as role, current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
           current_database() as database, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as powerful,
           exists (select from pg_database d join pg_roles r on r.oid = d.datdba where d.datname = current_database() and r.rolname = current_user) as owns`,
      );
      return rows[0]!;
    } catch (error) {
      throw new Error(`${name} cannot be reached: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    } finally {
      await client.end().catch(() => {});
    }
  };
  const owner = await ask(ownerUrl, 'DATABASE_OWNER_URL');
  const app = await ask(appUrl, 'DATABASE_URL');
  if (app.version < 160_000) throw new Error(`PostgreSQL 16 or newer is needed; DATABASE_URL is version ${Math.floor(app.version / 10_000)}.`);
  if (app.encoding !== 'UTF8') throw new Error(`The database must be in UTF8, not ${app.encoding}.`);
  if (app.database !== owner.database) throw new Error('DATABASE_URL and DATABASE_OWNER_URL must name the same database.');
  if (app.role === owner.role || app.powerful || app.owns) throw new Error(`The role ${app.role} of DATABASE_URL must own nothing and be no superuser: the ledger rests on it. Make a second role and name it there.`);
  return app.role;
}

/** Settings without which an acknowledged order could be lost. Throws, naming the setting. */
export async function refuseUnsafeSettings(pool: pg.Pool): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const { rows } = await pool.query<{ value: string }>('select current_setting($1) as value', [setting]);
    if (rows[0]?.value === 'off') throw new Error(`PostgreSQL runs with ${setting} off; an acknowledged order could be lost. Turn it on.`);
  }
}
