import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { keyStateAt, type Certificate, type CityKey, type Holder } from '../domain/certificate.ts';
import { faultsOf, type Fault } from '../domain/judge.ts';
import { dataText, statementText, type Signing, type Statement } from '../domain/statement.ts';
import type { SuiteCrypto, SuiteId } from '../domain/suite.ts';

export type TakeSignature = {
  readonly purpose: string;
  readonly subject: string;
  readonly request: string;
  readonly signature: string;
  /** The data as they would be shown now: what changed since it was shown is not signed. */
  readonly data: (signing: Signing, shown: Json) => Json;
};
export type TakeSignatureNeeds = {
  readonly now: Date;
  readonly cityId: string;
  readonly crypto: SuiteCrypto;
  readonly request: (id: string) => Promise<{ readonly code: string; readonly statement: Statement; readonly data: Json; readonly lapsesAt: Date } | undefined>;
  /** The key, held so that no revocation comes between. */
  readonly key: (serial: string) => Promise<{ readonly certificate: Certificate; readonly certificateSignature: string; readonly holder: Holder; readonly revoked: { readonly at: string } | null } | undefined>;
  readonly cityKey: (suite: SuiteId) => Promise<{ readonly key: CityKey; readonly fingerprint: string } | undefined>;
  /** False where the request was signed meanwhile. */
  readonly insert: (id: string, signature: string) => Promise<boolean>;
  readonly record: (entry: { kind: string; subject: string; body: Json }) => void;
};
export type TakeSignatureRefusal = 'signing-lapsed' | 'signed-for-something-else' | 'shown-changed' | 'signing-key-revoked' | 'signing-key-expired' | 'signature-wrong';
export type TakenSignature = { readonly id: string; readonly code: string; readonly signer: string; readonly shown: Json };

/** Takes the signature on what was asked: judged like any other, and only for the very thing it was asked for, while that is still as it was shown. */
export async function takeSignature(needs: TakeSignatureNeeds, input: TakeSignature): Promise<Result<TakenSignature, TakeSignatureRefusal>> {
  const { crypto } = needs;
  const request = await needs.request(input.request);
  if (request === undefined || needs.now.getTime() >= request.lapsesAt.getTime()) return refuse('signing-lapsed', 'request');
  const { statement, code } = request;
  const key = await needs.key(statement.key);
  const cityKey = await needs.cityKey(statement.suite);
  if (key === undefined || cityKey === undefined) throw new Error(`the key ${statement.key} of a request is gone`);
  // Between the asking and the signing the key may have been revoked: it signs nothing more, whatever instant the request bears.
  const state = keyStateAt({ from: key.certificate.from, until: key.certificate.until, revokedAt: key.revoked?.at ?? null }, needs.now.toISOString());
  if (state !== 'live') return refuse(state === 'revoked' ? 'signing-key-revoked' : 'signing-key-expired', 'request', { serial: statement.key });
  const signing: Signing = { signer: key.holder.person, organisation: key.holder.organisation, key: statement.key, suite: statement.suite, at: statement.at, code };
  const data = crypto.hash(statement.suite, dataText(input.data(signing, request.data)));
  const faults = faultsOf(
    { statement, signature: input.signature, certificate: key.certificate, certificateSignature: key.certificateSignature, cityKey: cityKey.key, revokedAt: key.revoked?.at ?? null },
    { cityKey: cityKey.fingerprint, purpose: input.purpose, subject: input.subject, data, holder: key.holder },
    crypto,
  );
  if (faults.length > 0) return refuse(refusalOf(faults), 'signature', { faults: faults.join(', ') });
  if (!(await needs.insert(statement.request, input.signature))) return refuse('signing-lapsed', 'request');
  needs.record({ kind: 'signature-made', subject: `signature:${statement.request}`, body: { purpose: input.purpose, subject: input.subject, statement: crypto.hash(statement.suite, statementText(statement)), signature: input.signature, key: statement.key, suite: statement.suite } });
  return ok({ id: statement.request, code, signer: key.holder.person, shown: request.data });
}

function refusalOf(faults: readonly Fault[]): 'signed-for-something-else' | 'shown-changed' | 'signature-wrong' {
  if (faults.includes('purpose-differs') || faults.includes('subject-differs')) return 'signed-for-something-else';
  return faults.every((fault) => fault === 'data-differs') ? 'shown-changed' : 'signature-wrong';
}
