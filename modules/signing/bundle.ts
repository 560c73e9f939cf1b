import type { Json } from '#kernel/canonical.ts';
import { inclusionOf } from '#modules/ledger/index.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { SignatureBundle } from './contract/bundle.ts';
import { cityKeyOf } from './store/city-keys.ts';
import { keyOf } from './store/keys.ts';
import type { StoredSignature } from './store/signatures.ts';

export type { SignatureBundle };

/** A signature with everything a stranger needs to judge it without us. `data` goes along only to those who may read them. */
export async function bundleOf(tx: Tx, stored: StoredSignature, options: { readonly now: Date; readonly withData: boolean }): Promise<SignatureBundle> {
  const { statement, cityId } = stored;
  const key = await keyOf(tx, cityId, stored.serial);
  const cityKey = await cityKeyOf(tx, cityId, statement.suite);
  if (key === undefined || cityKey === undefined) throw new Error(`the key ${stored.serial} of a signature is gone`);
  const entry = await inclusionOf(tx, cityId, `signature:${stored.id}`, 'signature-made');
  return {
    format: 'qingcai-signature-1', code: stored.code, title: { 'zh-CN': stored.title['zh-CN'], en: stored.title.en }, statement, signature: stored.signature, certificate: key.certificate, certificateSignature: key.certificateSignature,
    cityKey: cityKey.key, holder: key.holder, revokedAt: key.revoked?.at ?? null, asOf: options.now.toISOString(),
    data: options.withData ? (stored.data as { readonly [key: string]: Json }) : null,
    ledger: entry === undefined ? null : { ...entry },
  };
}
