import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A city's own sign-on (OpenID Connect), as its operator configures it. Secrets stand in the file alone. */
const SignOn = z.strictObject({ issuer: z.url(), clientId: z.string().min(1), clientSecret: z.string().min(1), nameZh: z.string().min(1), nameEn: z.string().min(1) });
export type SignOn = z.infer<typeof SignOn>;
/** By the slug of the city. */
export type SignOns = ReadonlyMap<string, SignOn>;

/** Plain http is for the machine itself, which tests are. */
export const isLocal = (issuer: string): boolean => ['localhost', '127.0.0.1'].includes(new URL(issuer).hostname);

/** The file that QINGCAI_SIGN_ON names: an object from a city's slug to its sign-on. None where it names none; throws, naming what is wrong. */
export async function readSignOns(env: NodeJS.ProcessEnv = process.env): Promise<SignOns> {
  const file = env['QINGCAI_SIGN_ON'];
  if (file === undefined) return new Map();
  const read = z.record(z.string(), SignOn).safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!read.success) throw new Error(`${file} is not a configuration of sign-ons: ${z.prettifyError(read.error)}`);
  for (const [city, { issuer }] of Object.entries(read.data)) if (!issuer.startsWith('https:') && !isLocal(issuer)) throw new Error(`The issuer of ${city} in ${file} must be https.`);
  return new Map(Object.entries(read.data));
}
