import { ok, refuse, type Result } from '#kernel/result.ts';
import type { ReadCall } from '#platform/database/call.ts';
import { bundleOf } from './bundle.ts';
import type { CheckView } from './contract/check.ts';
import { keyStateAt } from './domain/certificate.ts';
import { typedCode } from './domain/code.ts';
import { faultsOf } from './domain/judge.ts';
import { dataText } from './domain/statement.ts';
import { cityKeyOf } from './store/city-keys.ts';
import { signatureByCode } from './store/signatures.ts';
import { suites } from './suites.ts';

/** Judges the signature behind a code again, from what is stored, at the instant it bears. */
export async function checkByCode(call: ReadCall, text: string): Promise<Result<CheckView, 'not-found'>> {
  const code = typedCode(text);
  const stored = code === undefined ? undefined : await signatureByCode(call.tx, call.cityId!, code);
  if (stored === undefined) return refuse('not-found', 'code');
  const bundle = await bundleOf(call.tx, stored, { now: call.now, withData: false });
  const { statement, certificate, holder, revokedAt } = bundle;
  const published = await cityKeyOf(call.tx, call.cityId!, statement.suite);
  const faults = faultsOf(bundle, { holder, data: suites.hash(statement.suite, dataText(stored.data)), ...(published === undefined ? {} : { cityKey: published.fingerprint }) }, suites);
  return ok({
    code: stored.code, title: bundle.title, purpose: statement.purpose, signer: holder.person, organisation: holder.organisation, at: statement.at, signedAt: stored.signedAt.toISOString(), demo: certificate.demo,
    suite: statement.suite, dataHash: statement.data, pdfHash: statement.pdf,
    key: { serial: certificate.serial, from: certificate.from, until: certificate.until, state: keyStateAt({ from: certificate.from, until: certificate.until, revokedAt }, call.now.toISOString()), revokedAt },
    cityKey: certificate.issuer, faults, ledger: bundle.ledger === null ? null : { hash: bundle.ledger.hash, seq: bundle.ledger.link?.seq ?? null }, bundle,
  });
}
