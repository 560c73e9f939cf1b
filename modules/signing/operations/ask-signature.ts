import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { keyStateAt, type Certificate } from '../domain/certificate.ts';
import { dataText, type Signing, type Statement } from '../domain/statement.ts';
import type { SuiteCrypto, SuiteId } from '../domain/suite.ts';

/** Minutes in which a request must be signed: long enough to read a paper, short enough that the instant it bears is the act's. */
export const SIGNING_MINUTES = 30;

export type BothWords = { readonly 'zh-CN': string; readonly en: string };
export type AskSignature = {
  readonly purpose: string;
  readonly subject: string;
  readonly title: BothWords;
  /** The data on the screen, which say of their signing what they must. */
  readonly data: (signing: Signing) => Json;
  /** The paper as PDF, set from the same data; left out where there is none. */
  readonly paper?: (data: Json, signing: Signing) => Promise<Uint8Array>;
  /** The key to sign with, where the person has chosen one. */
  readonly key: string;
};

export type AskSignatureNeeds = {
  readonly now: Date;
  readonly signer: { readonly personId: string; readonly organisationId: string };
  readonly cityId: string;
  readonly crypto: SuiteCrypto;
  readonly hashOfBytes: (suite: SuiteId, bytes: Uint8Array) => string;
  readonly newId: () => string;
  readonly newCode: () => string;
  readonly key: (serial: string) => Promise<{ readonly certificate: Certificate; readonly holder: { readonly person: string; readonly organisation: string }; readonly revoked: { readonly at: string } | null } | undefined>;
  /** Keeps the paper among the files; its SHA-256. */
  readonly keep: (pdf: Uint8Array) => Promise<string>;
  readonly insert: (request: { id: string; cityId: string; serial: string; code: string; title: BothWords; data: Json; statement: Statement; paper: string | null; askedAt: Date; lapsesAt: Date }) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json }) => void;
};
export type AskedSignature = { readonly request: string; readonly code: string; readonly data: Json; readonly statement: Statement; readonly paper: string | null; readonly lapsesAt: string };
export type AskSignatureRefusal = 'signing-key-missing' | 'signing-key-revoked' | 'signing-key-expired';

/** Writes down, word for word, what a person is about to sign, and its instant; the person's browser signs exactly this. */
export async function askSignature(needs: AskSignatureNeeds, input: AskSignature): Promise<Result<AskedSignature, AskSignatureRefusal>> {
  const { now, signer, cityId, crypto } = needs;
  const at = now.toISOString();
  const key = await needs.key(input.key);
  if (key === undefined || key.certificate.person !== signer.personId || key.certificate.organisation !== signer.organisationId) return refuse('signing-key-missing', 'key');
  const { certificate } = key;
  const state = keyStateAt({ from: certificate.from, until: certificate.until, revokedAt: key.revoked?.at ?? null }, at);
  if (state !== 'live') return refuse(state === 'revoked' ? 'signing-key-revoked' : 'signing-key-expired', 'key', { serial: certificate.serial });
  const { suite, serial } = certificate;
  const signing: Signing = { signer: key.holder.person, organisation: key.holder.organisation, key: serial, suite, at, code: needs.newCode() };
  const data = input.data(signing);
  const pdf = input.paper === undefined ? null : await input.paper(data, signing);
  const id = needs.newId();
  const statement: Statement = {
    suite, purpose: input.purpose, subject: input.subject, data: crypto.hash(suite, dataText(data)), pdf: pdf === null ? null : needs.hashOfBytes(suite, pdf),
    city: cityId, organisation: signer.organisationId, person: signer.personId, key: serial, request: id, at,
  };
  const paper = pdf === null ? null : await needs.keep(pdf);
  const lapsesAt = new Date(now.getTime() + SIGNING_MINUTES * 60_000);
  await needs.insert({ id, cityId, serial, code: signing.code, title: input.title, data, statement, paper, askedAt: now, lapsesAt });
  needs.record({ kind: 'signature-asked', subject: `signature:${id}`, body: { purpose: input.purpose, subject: input.subject, data: statement.data, pdf: statement.pdf, key: serial } });
  return ok({ request: id, code: signing.code, data, statement, paper, lapsesAt: lapsesAt.toISOString() });
}
