import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n.ts';
import { Icon } from './icon.tsx';
import { Skeleton } from './empty.tsx';
import './table.css';

export type Sort = { readonly by: string; readonly down: boolean };
export type Column<Row> = {
  readonly id: string;
  /** With its unit: figures in the cells stand bare. */
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures at the right. */
  readonly figures?: boolean;
  readonly sortable?: boolean;
  readonly width?: number | string;
  /** On a phone the row becomes lines; `head` columns stand first and without a label, `bare` ones without a label, `off` ones are left out. */
  readonly onPhone?: 'head' | 'bare' | 'labelled' | 'off';
};
export type RowState = 'selected' | 'refused' | 'attention' | undefined;

type Props<Row> = {
  /** Said to those who do not see it; the visible title stands above in a section head. */
  caption: string;
  columns: readonly Column<Row>[];
  /** Undefined while it is read. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  rowState?: (row: Row) => RowState;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** What stands in place of rows when there are none. */
  empty?: ReactNode;
  dense?: boolean;
  sticky?: boolean;
};

/** A table of office paper: a small quiet head, hairlines, figures at the right, no boxes. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowState, sort, onSort, empty, dense = false, sticky = false }: Props<Row>): JSX.Element {
  const { t } = useText();
  if (rows?.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div className="table-room">
      <table className={`table${dense ? ' table-dense' : ''}${sticky ? ' table-sticky' : ''}`} aria-busy={rows === undefined || undefined}>
        <caption className="only-read">{rows === undefined ? `${caption} ${t('kit.reading')}` : caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows === undefined
            ? [0, 1, 2].map((line) => (
                <tr key={line}>
                  {columns.map((column, index) => (
                    <td key={column.id} className={column.figures === true ? 'num' : undefined}>
                      <Skeleton width={column.figures === true ? 40 : 60 + ((line * 47 + index * 29) % 60)} />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row) => {
                const state = rowState?.(row);
                return (
                  <tr key={rowKey(row)} className={state && `row-${state}`} aria-selected={state === 'selected' || undefined}>
                    {columns.map((column) => (
                      <td key={column.id} className={`${column.figures === true ? 'num ' : ''}phone-${column.onPhone ?? 'labelled'}`}>
                        {(column.onPhone ?? 'labelled') === 'labelled' && <span className="cell-label">{column.head}</span>}
                        {column.cell(row)}
                      </td>
                    ))}
                  </tr>
                );
              })}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined }): JSX.Element {
  const mine = sort?.by === column.id;
  const order = !mine ? undefined : sort.down ? 'descending' : 'ascending';
  return (
    <th scope="col" className={column.figures === true ? 'num' : undefined} {...(order === undefined ? {} : { 'aria-sort': order })} {...(column.width === undefined ? {} : { width: column.width })}>
      {column.sortable === true && onSort !== undefined ? (
        <button type="button" className="sort" onClick={() => onSort({ by: column.id, down: mine ? !sort.down : false })}>
          {column.head}
          {mine && <Icon name={sort.down ? 'down' : 'up'} size={12} />}
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}
