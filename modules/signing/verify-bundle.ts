import type { Json } from '#kernel/canonical.ts';
import { linkText, type EntryContent } from '#modules/ledger/rules.ts';
import { SignatureBundle } from './contract/bundle.ts';
import { cityKeyText } from './domain/certificate.ts';
import { faultsOf, type Fault } from './domain/judge.ts';
import { dataText } from './domain/statement.ts';
import { hashOfBytes, suites } from './suites.ts';

export type BundleFault = Fault | 'ledger-altered' | 'ledger-differs';

/** What a stranger finds about a signature with nothing but the files: no server, no database, no network. */
export type BundleFinding = {
  readonly bundle: SignatureBundle;
  readonly faults: readonly BundleFault[];
  /** Fingerprint of the city's key in the bundle; whoever did not give it compares it with what the city publishes. */
  readonly cityKey: string;
  readonly checked: { readonly cityKey: boolean; readonly data: boolean; readonly pdf: boolean; readonly ledger: 'placed' | 'waiting' | 'absent' };
};

const entryIn = (content: string): (EntryContent & { readonly body: { readonly signature?: Json } }) | undefined => {
  try {
    return JSON.parse(content) as EntryContent & { readonly body: { readonly signature?: Json } };
  } catch {
    return undefined;
  }
};

/** A bundle as JSON; undefined where the text is none. */
export function bundleIn(text: string): SignatureBundle | undefined {
  try {
    return SignatureBundle.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** @param given the PDF beside the bundle, null where there is none; the fingerprint that the city publishes, where known. */
export function verifyBundle(bundle: SignatureBundle, given: { readonly pdf: Uint8Array | null; readonly cityKey?: string }): BundleFinding {
  const { suite } = bundle.statement;
  const { data, holder } = bundle;
  const faults = faultsOf(
    bundle,
    {
      holder, pdf: given.pdf === null ? null : hashOfBytes(suite, given.pdf),
      ...(given.cityKey === undefined ? {} : { cityKey: given.cityKey }), ...(data === null ? {} : { data: suites.hash(suite, dataText(data as { readonly [key: string]: Json })) }),
    },
    suites,
  );
  return {
    bundle, faults: [...faults, ...faultsOfLedger(bundle)], cityKey: suites.hash(bundle.cityKey.suite, cityKeyText(bundle.cityKey)),
    checked: { cityKey: given.cityKey !== undefined, data: data !== null, pdf: given.pdf !== null && bundle.statement.pdf !== null, ledger: bundle.ledger === null ? 'absent' : bundle.ledger.link === null ? 'waiting' : 'placed' },
  };
}

/** The entry must be whole, must speak of this signature, and its link must be made from it. Whether the link stands in the city's chain, the city's ledger tells. */
function faultsOfLedger({ ledger, statement, signature }: SignatureBundle): BundleFault[] {
  if (ledger === null) return [];
  const sha256 = (text: string): string => suites.hash(1, text);
  const { link } = ledger;
  const whole = sha256(`qingcai-ledger-entry-1\n${ledger.content}`) === ledger.hash && (link === null || sha256(linkText(ledger.chain, link.seq, link.previous, ledger.hash)) === link.hash);
  if (!whole) return ['ledger-altered'];
  const entry = entryIn(ledger.content);
  const same = entry !== undefined && entry.chain === statement.city && entry.kind === 'signature-made' && entry.subject === `signature:${statement.request}` && entry.person === statement.person && entry.body?.signature === signature;
  return same ? [] : ['ledger-differs'];
}
