import type { SupplierKind } from '../../domain/model.ts';

/** What is typed into the joining form. The password is never kept in the browser. */
export type Typed = {
  readonly kind: SupplierKind | '';
  readonly name: string; readonly creditCode: string; readonly address: string;
  readonly contactName: string; readonly phone: string; readonly login: string; readonly password: string;
};
export type Field = keyof Typed;

export const NOTHING_TYPED: Typed = { kind: '', name: '', creditCode: '', address: '', contactName: '', phone: '', login: '', password: '' };

const key = (city: string): string => `qc-join-${city}`;

/** What this reader typed before in this browser; storage that is off or holds something else is as good as empty. */
export function keptDraft(city: string): Typed {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(city)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return NOTHING_TYPED;
    const text = (field: Field): string => { const value = (kept as Record<string, unknown>)[field]; return typeof value === 'string' ? value.slice(0, 300) : ''; };
    const kind = text('kind');
    return { kind: kind === 'maker' || kind === 'distributor' ? kind : '', name: text('name'), creditCode: text('creditCode'), address: text('address'), contactName: text('contactName'), phone: text('phone'), login: text('login'), password: '' };
  } catch {
    return NOTHING_TYPED;
  }
}

export function keepDraft(city: string, { password: _, ...typed }: Typed): void {
  try {
    localStorage.setItem(key(city), JSON.stringify(typed));
  } catch {
    // storage is off: what is typed lasts as long as the page
  }
}

export function dropDraft(city: string): void {
  try {
    localStorage.removeItem(key(city));
  } catch {
    // storage is off: nothing was kept
  }
}
