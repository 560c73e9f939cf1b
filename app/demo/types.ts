import type { LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import type { OrganisationKind, Role } from '#kernel/policy.ts';
import type { Outcome, Parameters } from '#modules/standards/domain/model.ts';
import type { DemoPaper } from './papers/paper.ts';
import type { DemoLaboratory, DemoReport } from './reports/report.ts';

/** Everything the demonstration knows, as plain data; a loader feeds it to the real operations. */
export type DemoWorld = {
  /** The day the demonstration is told to be loaded; every date is counted from it. */
  readonly asOf: LegalDay;
  readonly laboratories: readonly DemoLaboratory[];
  readonly cities: readonly DemoCity[];
};

export type DemoCity = {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly province: string;
  /** The day the city adopts the edition and its officer confirms the limits, marked as a demonstration. */
  readonly adoptsEditionOn: LegalDay;
  readonly authorities: readonly DemoAuthority[];
  readonly units: readonly DemoUnit[];
  readonly suppliers: readonly DemoSupplier[];
  readonly products: readonly DemoProduct[];
  readonly orders: readonly DemoOrder[];
  readonly people: readonly DemoPerson[];
};

/** Offices and bodies that neither buy nor sell. */
export type DemoAuthority = {
  readonly key: string;
  readonly kind: Exclude<OrganisationKind, 'buyer' | 'supplier' | 'laboratory'>;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly creditCode: string;
};

export type DemoUnit = {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly creditCode: string;
  readonly address: string;
};

export type DemoPerson = {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  /** Key of a unit, supplier, laboratory or authority. */
  readonly organisation: string;
  /** Ends in `.example`, where no mail can go. */
  readonly email: string;
  /** True for the one login per role that is shown at the start. */
  readonly shown: boolean;
};

export type DemoSupplier = {
  readonly key: string;
  readonly role: 'brand-maker' | 'distributor';
  readonly nameZh: string;
  readonly nameEn: string;
  /** Null for distributors. */
  readonly brand: string | null;
  readonly creditCode: string;
  readonly address: string;
  readonly contact: string;
  readonly appliedOn: LegalDay;
  readonly admission:
    | { readonly state: 'admitted'; readonly on: LegalDay }
    | { readonly state: 'pending' }
    | { readonly state: 'returned'; readonly on: LegalDay; readonly reason: string };
  readonly papers: readonly DemoPaper[];
};

export type DemoPrice = {
  readonly amount: Money;
  /** As buyers read it: m³, t, kg, m², 套. */
  readonly unit: string;
  /** Rate of value-added tax contained in the amount, per cent. */
  readonly taxRate: string;
};

export type DemoProduct = {
  readonly key: string;
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly brand: string;
  readonly model: string;
  readonly parameters: Parameters;
  /** Who offers it; a distributor or the maker itself. */
  readonly supplier: string;
  readonly maker: string;
  readonly price: DemoPrice;
  readonly minimumOrder: string;
  readonly deliveryArea: readonly string[];
  readonly introduction: string;
  readonly submittedOn: LegalDay;
  /** Null where the product is not listed: its report fails or needs a person. */
  readonly listedOn: LegalDay | null;
  readonly report: DemoReport;
  readonly papers: readonly DemoPaper[];
  /** The star its evidence proves; null where its kind has no star limits. */
  readonly star: 0 | 1 | 2 | 3 | null;
  readonly difficulty: DemoDifficulty | null;
};

/** Why a product is not on the shelf: what its author built into its report and expects of the check. */
export type DemoDifficulty = { readonly indicator: string; readonly outcome: Outcome; readonly about: string };

export type DemoOrderStatus = 'awaiting-confirmation' | 'confirmed' | 'delivered' | 'line-refused' | 'accepted' | 'closed';

export type DemoOrderLine = {
  readonly product: string;
  readonly quantity: string;
  readonly unitPrice: Money;
  readonly amount: Money;
  readonly refused: { readonly reason: string; readonly remedy: 'replace' | 'return' } | null;
};

export type DemoOrder = {
  readonly key: string;
  readonly unit: string;
  readonly supplier: string;
  readonly project: string;
  readonly site: string;
  readonly status: DemoOrderStatus;
  readonly placedOn: LegalDay;
  readonly neededBy: LegalDay;
  readonly confirmedOn: LegalDay | null;
  readonly deliveredOn: LegalDay | null;
  readonly acceptedOn: LegalDay | null;
  readonly lines: readonly DemoOrderLine[];
  readonly total: Money;
};
