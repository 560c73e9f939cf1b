import { GROUNDS, KEEPS, mappedOf, type DataMap, type Keep } from '#kernel/data-map.ts';
import type { ColumnView, ErasureView, Outcome } from './contract/index.ts';
import type { ErasureRow, OutcomeRow } from './store/erasures.ts';

const both = ([zh, en]: readonly [string, string]) => ({ 'zh-CN': zh, en });

/** The map as its page shows it: module by module, in the order of the platform. */
export function mapView(map: DataMap): { modules: { module: string; columns: ColumnView[] }[]; columns: number; plainColumns: number } {
  const modules = new Map<string, ColumnView[]>();
  let plainColumns = 0;
  for (const [table, declared] of Object.entries(map)) {
    plainColumns += declared === 'plain' ? 0 : declared.plain.length;
    for (const [column, { is, class: kind, ground, keep, erase }] of mappedOf(declared)) {
      const module = table.split('.')[0]!;
      const dated = keep !== 'purchase' || (declared !== 'plain' && declared.from != null);
      modules.set(module, [...(modules.get(module) ?? []), { table, column, is: both(is), class: kind, ground, basis: GROUNDS[ground], keep, keepBasis: KEEPS[keep], erase, dated }]);
    }
  }
  const found = [...modules].map(([module, columns]) => ({ module, columns }));
  return { modules: found, columns: found.reduce((sum, one) => sum + one.columns.length, 0), plainColumns };
}

/** What becomes of a column, in the words of the map; a column that has left the map meanwhile keeps its name. */
export function outcomeView(map: DataMap, row: OutcomeRow): Outcome {
  const declared = map[row.table as `${string}.${string}`];
  const column = declared === undefined || declared === 'plain' ? undefined : declared.mapped[row.column];
  return { is: both(column?.is ?? [row.column, row.column]), keep: row.keep as Keep, erased: row.erased, kept: row.kept, until: row.until };
}

export const erasureView = (map: DataMap, row: ErasureRow): ErasureView => ({
  id: row.id, state: row.state, askedAt: row.askedAt.toISOString(), firstAt: row.firstAt?.toISOString() ?? null, secondAt: row.secondAt?.toISOString() ?? null,
  refusedAt: row.refusedAt?.toISOString() ?? null, doneAt: row.doneAt?.toISOString() ?? null, reason: row.reason, outcomes: row.outcomes.map((one) => outcomeView(map, one)),
});
