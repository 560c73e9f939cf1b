import { openDatabase } from '#platform/database/pool.ts';
import { silent } from '#platform/log.ts';
import { openApi } from '../openapi.ts';
import { wire } from '../wire.ts';

export async function openapiVerb(): Promise<number> {
  // Nothing is asked of it: the pool opens no connection until a query comes.
  const database = openDatabase('postgresql://localhost/none', silent, { max: 1 });
  const unused = null as never;
  const origin = process.env['PUBLIC_ORIGIN'] ?? `http://localhost:${process.env['PORT'] ?? '3000'}`;
  process.stdout.write(`${JSON.stringify(await openApi(wire({ database, files: unused, confined: unused, log: silent, vault: unused }), origin), null, 2)}\n`);
  await database.close();
  return 0;
}
