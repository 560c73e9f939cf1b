import type { Json } from '#kernel/canonical.ts';
import type { Money } from '#kernel/money.ts';

/** Under which purpose an acceptance is signed, and as what: a signature for anything else is none here. */
export const ACCEPTANCE = 'orders.acceptance';
export const acceptanceSubject = (orderId: string): string => `order:${orderId}`;

/** One item of the requirement as it was found (实施条例第四十五条: each standard is answered). */
export type PaperFinding = { readonly zh: string; readonly en: string; readonly limit: string | null; readonly met: boolean; readonly note: string | null };

export type PaperLine = {
  readonly line: number;
  readonly product: string;
  readonly model: string;
  readonly unit: string;
  readonly price: Money;
  readonly ordered: string;
  readonly delivered: string;
  readonly accepted: string;
  readonly returned: string;
  readonly status: string;
  readonly reason: string | null;
  readonly payable: Money;
  readonly findings: readonly PaperFinding[];
};

/** What an acceptance paper says: the data that the page draws, that the PDF is set from, and whose hash is signed. */
export type AcceptancePaper = {
  readonly paper: 'acceptance';
  readonly order: string;
  readonly city: string;
  readonly buyer: string;
  readonly supplier: string;
  readonly site: string;
  readonly placedOn: string;
  readonly members: readonly string[];
  readonly lines: readonly PaperLine[];
  readonly total: Money;
  readonly payable: Money;
  readonly signing: { readonly signer: string; readonly organisation: string; readonly key: string; readonly at: string; readonly code: string };
};

/** What every delivery is held against besides the indicators, as papers name it. */
export const SITE_ITEM_NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  model: { zh: '型号规格与订单一致', en: 'Model as ordered' },
  papers: { zh: '随货文件齐全（合格证、出厂检验）', en: 'Papers complete (certificate of conformity, factory test)' },
  appearance: { zh: '包装和外观完好', en: 'Packing and appearance sound' },
};

/** The names that were shown as taking part; none where the data are no acceptance paper. */
export function membersIn(shown: Json): readonly string[] {
  if (typeof shown !== 'object' || shown === null || Array.isArray(shown)) return [];
  const { members } = shown as { readonly [key: string]: Json };
  return Array.isArray(members) ? members.filter((name) => typeof name === 'string') : [];
}
