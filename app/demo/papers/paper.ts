import type { LegalDay } from '#kernel/date.ts';

export type DemoPaperKind =
  | 'business-licence' | 'trademark' | 'commitment'
  | 'green-certificate' | 'ccc-certificate' | 'forest-certificate'
  | 'water-label' | 'energy-label' | 'epd' | 'declaration';

/** An invented paper other than a test report, marked 示例 on its page. */
export type DemoPaper = {
  readonly kind: DemoPaperKind;
  readonly number: string;
  /** Name of the organisation the paper speaks of. */
  readonly holder: string;
  readonly issuer: string;
  readonly issuedOn: LegalDay;
  readonly validTo: LegalDay | null;
  /** The indicator it proves, where it proves one, and the value it declares, as printed. */
  readonly indicator: string | null;
  readonly declares: { readonly value: string; readonly unit: string } | null;
  /** What stands on the page, line by line. */
  readonly facts: readonly (readonly [label: string, value: string])[];
};
