import type { LegalDay } from '#kernel/date.ts';
import type { Box, CellDoubt } from './pages.ts';

export type Place = { readonly page: number; readonly box: Box };

/** The fields of a report's cover and head (ISO/IEC 17025:2017 7.8.2.1), by the labels laboratories print. */
export type FieldName =
  | 'reportNumber' | 'sampleName' | 'modelSpec' | 'trademark' | 'manufacturer' | 'client' | 'testKind'
  | 'receivedOn' | 'testedOn' | 'issuedOn' | 'basis' | 'conclusion' | 'laboratory' | 'cma' | 'cnas';

/** One field as printed; every place it was found in, because copies that disagree are themselves a finding. */
export type Field = { readonly text: string; readonly places: readonly (Place & { readonly text: string })[] };

/** One result of the table, with all that stands in its row. */
export type TestRow = {
  readonly index: number;
  /** Place of the result cell. */
  readonly place: Place;
  readonly number: string | null;
  /** Groups the item stands under (section, merged cells to its left), outermost first. */
  readonly parents: readonly string[];
  readonly item: string;
  /** Unit column, else null; a unit in the item or the result cell is read from there. */
  readonly unit: string | null;
  /** What brackets in the head of the result column say: often the unit of the whole column. */
  readonly headUnit: string | null;
  readonly requirement: string;
  readonly result: string;
  readonly verdict: string | null;
  readonly clause: string | null;
  readonly method: string | null;
  readonly remark: string | null;
  readonly doubts: readonly (CellDoubt | RowDoubt)[];
};

/** `merged-columns`: the result cell also covers another column. `shared-result`: one result cell beside several items. `item-inherited`: the item's own cell is blank and the one above was taken. */
export type RowDoubt = 'merged-columns' | 'shared-result' | 'item-inherited';

export type Report = {
  readonly fields: Partial<Readonly<Record<FieldName, Field>>>;
  readonly rows: readonly TestRow[];
  /** Days read from the fields; `tested` is first and last day of the testing. */
  readonly days: { readonly received: LegalDay | null; readonly testedFrom: LegalDay | null; readonly testedTo: LegalDay | null; readonly issued: LegalDay | null };
  /** Standards named as the basis of the test. */
  readonly standards: readonly string[];
  /** What the pages say of themselves: 第 2 页 共 5 页. A cover is often not counted, so only a number that is missing is a fault. */
  readonly pagesMissing: readonly number[];
  readonly pageCount: number;
};
