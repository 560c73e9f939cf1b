import type { JSX } from 'react';
import { grouped, money } from './written.ts';

/** `¥1,234,567.00` from the text of an exact amount; it never becomes a float. In a table whose head says 元, `bare` leaves the sign out. */
export const Money = ({ amount, bare = false }: { amount: string; bare?: boolean }): JSX.Element => <span className="nowrap">{money(amount, bare ? '' : '¥')}</span>;

/** A count or a measured number with thousands separators; the decimals stay as written. Null is an honest blank. */
export const Num = ({ value }: { value: string | number | null }): JSX.Element =>
  value === null ? <span className="quiet">—</span> : <span className="nowrap">{grouped(String(value))}</span>;
