import type { LegalDay } from '#kernel/date.ts';

/** A laboratory invented for the demonstration. */
export type DemoLaboratory = {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string;
  /** Number of its CMA qualification; begins with 99, which no issuing authority uses. */
  readonly cma: string;
  readonly cnas: string | null;
  readonly city: string;
  /** Which of the two looks it prints. */
  readonly layout: 'commission' | 'bilingual';
  /** Where a laboratory without a column for the unit prints it: 甲醛含量，mg/kg or 甲醛含量（mg/kg）. */
  readonly unitStyle: 'comma' | 'brackets';
  readonly people: { readonly approver: string; readonly reviewer: string; readonly tester: string };
};

/** One line of the table of results, as the laboratory words and prints it. */
export type DemoReportRow = {
  readonly item: string;
  /** Clause of the product standard; null prints the laboratory's dash. */
  readonly clause: string | null;
  /** As printed: `mg/kg`, `W/(m·K)`, `—`. */
  readonly unit: string;
  readonly requirement: string;
  readonly result: string;
  readonly verdict: '符合' | '不符合' | '——';
  readonly method: string;
  readonly remark: string;
};

/** A report as it is handed to the writer: everything that stands on its pages. */
export type DemoReport = {
  readonly laboratory: DemoLaboratory;
  readonly number: string;
  readonly product: string;
  readonly model: string;
  readonly brand: string;
  readonly client: string;
  readonly clientAddress: string;
  readonly maker: string;
  readonly sampleNumber: string;
  readonly sampleQuantity: string;
  readonly sampleCondition: string;
  readonly received: LegalDay;
  readonly testedFrom: LegalDay;
  readonly testedTo: LegalDay;
  readonly issued: LegalDay;
  /** Standards judged by and methods tested by, each with its edition where the standard dates it. */
  readonly basis: readonly string[];
  readonly conclusion: string;
  readonly rows: readonly DemoReportRow[];
};
