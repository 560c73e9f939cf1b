import type { ProductView } from '#modules/catalogue/contract/shelf.ts';

/** What is typed into the form of a product; everything is text until the server has judged it. */
export type Draft = {
  readonly kindCode: string; readonly name: string; readonly brand: string; readonly model: string; readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly price: string; readonly priceUnit: string; readonly taxRate: string; readonly minimumOrder: string;
  /** Places, one by one, parted by a comma, a list comma or a line. */
  readonly deliveryArea: string; readonly deliveryDays: string;
  readonly evidence: readonly string[];
};
type TextField = Exclude<keyof Draft, 'parameters' | 'evidence'>;
const TEXTS: readonly TextField[] = ['kindCode', 'name', 'brand', 'model', 'description', 'price', 'priceUnit', 'taxRate', 'minimumOrder', 'deliveryArea', 'deliveryDays'];

export const BLANK: Draft = { kindCode: '', name: '', brand: '', model: '', description: '', parameters: {}, price: '', priceUnit: '', taxRate: '13', minimumOrder: '', deliveryArea: '', deliveryDays: '', evidence: [] };

export const draftOf = (product: ProductView): Draft => ({
  kindCode: product.kind.code, name: product.name, brand: product.brand, model: product.model, description: product.description, parameters: product.parameters,
  price: product.price, priceUnit: product.priceUnit, taxRate: product.taxRate, minimumOrder: product.minimumOrder, deliveryArea: product.deliveryArea.join('、'), deliveryDays: product.deliveryDays === null ? '' : String(product.deliveryDays),
  evidence: product.evidence.map((one) => one.evidenceId),
});

export const areasOf = (text: string): readonly string[] => [...new Set(text.split(/[、，,;；\n]/).map((one) => one.trim()).filter((one) => one !== ''))];

/** As the contract takes it. A parameter left blank is not declared. */
export function sentOf(draft: Draft) {
  const days = draft.deliveryDays.trim();
  return {
    kindCode: draft.kindCode, name: draft.name.trim(), brand: draft.brand.trim(), model: draft.model.trim(), description: draft.description.trim(),
    parameters: Object.fromEntries(Object.entries(draft.parameters).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== '')) as Record<string, string>,
    price: draft.price.normalize('NFKC').replace(/[¥,\s]/g, ''), priceUnit: draft.priceUnit.trim(), taxRate: draft.taxRate.normalize('NFKC').replace(/[%\s]/g, ''), minimumOrder: draft.minimumOrder.normalize('NFKC').replace(/[,\s]/g, ''),
    deliveryArea: [...areasOf(draft.deliveryArea)], deliveryDays: days === '' ? null : Number(days), evidence: [...draft.evidence],
  };
}

/** Fields that must be filled before anything is sent, as the ids of their sentences; the server judges the rest. */
export function faultsOf(draft: Draft): Readonly<Record<string, string>> {
  const needed = (['kindCode', 'name', 'brand', 'model', 'price', 'priceUnit', 'taxRate', 'minimumOrder'] as const).filter((field) => draft[field].trim() === '').map((field) => [field, `catalogue.edit.needed.${field}`]);
  const area = areasOf(draft.deliveryArea).length === 0 ? [['deliveryArea', 'catalogue.edit.needed.deliveryArea']] : [];
  const days = /^\d{0,3}$/.test(draft.deliveryDays.trim()) && Number(draft.deliveryDays) <= 365 ? [] : [['deliveryDays', 'catalogue.edit.wrong.deliveryDays']];
  const evidence = draft.evidence.length === 0 ? [['evidence', 'catalogue.edit.needed.evidence']] : [];
  return Object.fromEntries([...needed, ...area, ...days, ...evidence]) as Record<string, string>;
}

const keyOf = (city: string, listingId: string | null): string => `qc-product-${city}-${listingId ?? 'new'}`;

/** What this reader typed before in this browser; storage that is off or holds something else is as good as empty. */
export function keptDraft(city: string, listingId: string | null): Draft | null {
  try {
    return wholeDraft(JSON.parse(localStorage.getItem(keyOf(city, listingId)) ?? 'null'));
  } catch {
    return null;
  }
}

export function wholeDraft(kept: unknown): Draft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const parts = kept as Record<string, unknown>;
  if (TEXTS.some((field) => typeof parts[field] !== 'string') || !Array.isArray(parts['evidence']) || typeof parts['parameters'] !== 'object' || parts['parameters'] === null) return null;
  const text = (field: TextField): string => String(parts[field]).slice(0, 2_000);
  return {
    ...(Object.fromEntries(TEXTS.map((field) => [field, text(field)])) as Record<TextField, string>),
    parameters: Object.fromEntries(Object.entries(parts['parameters'] as Record<string, unknown>).filter((one): one is [string, string] => typeof one[1] === 'string')),
    evidence: (parts['evidence'] as unknown[]).filter((one): one is string => typeof one === 'string').slice(0, 30),
  };
}

export function keepDraft(city: string, listingId: string | null, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(city, listingId), JSON.stringify(draft));
  } catch {
    // storage is off: what is typed lasts as long as the page
  }
}

export function dropDraft(city: string, listingId: string | null): void {
  try {
    localStorage.removeItem(keyOf(city, listingId));
  } catch {
    // storage is off: nothing was kept
  }
}
