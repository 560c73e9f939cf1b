const KEY = 'qc-invitation';

/**
 * The token behind # of the address; without one, the one this tab came with before it went to sign in: an address that carried it
 * as a parameter would be written into logs.
 */
export function keptToken(): string | null {
  const here = location.hash.slice(1);
  try {
    if (here !== '') sessionStorage.setItem(KEY, here);
    return tokenOf(here === '' ? sessionStorage.getItem(KEY) : here);
  } catch {
    return tokenOf(here); // storage switched off: the link must be opened again after signing in
  }
}

export function forgetToken(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // storage switched off
  }
}

const tokenOf = (text: string | null): string | null => (text !== null && /^[A-Za-z0-9_-]{43}$/.test(text) ? text : null);
