/* What this window remembers while its reader is at a city's own sign-on. */
const KEY = 'qc-sign-on';

export type Leaving = { readonly purpose: 'sign-in' | 'link'; /** Where to go afterwards; null for the reader's own workbench. */ readonly back: string | null };

/** Leaves for the sign-on. */
export function leaveFor(address: string, leaving: Leaving): void {
  sessionStorage.setItem(KEY, JSON.stringify(leaving));
  location.assign(address);
}

/** What was remembered, once: coming back a second time finishes nothing. */
export function cameBack(): Leaving | undefined {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept === null ? undefined : (JSON.parse(kept) as Leaving);
}
