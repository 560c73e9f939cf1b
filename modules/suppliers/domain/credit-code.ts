/** The 31 signs of a unified social credit code: digits and capital letters without I, O, S, V, Z (GB 32100-2015, table 1). */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Weights of the first 17 places: 3 to the power of the place, modulo 31 (GB 32100-2015, annex on the check character). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Places 1–2 registering body and kind, 3–8 the administrative division in digits, 9–17 the organisation, 18 the check character. */
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

export type CreditCodeFault = 'credit-code-malformed' | 'credit-code-check';

/** A code as it is kept: capitals, without the spaces that people group it by, full-width signs made plain. */
export const creditCodeOf = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/**
 * The check character of a unified social credit code over its first 17 places: (31 − Σ sign × weight mod 31) mod 31 (GB 32100-2015).
 * Undefined where a sign does not belong to the 31.
 */
export function checkCharacterOf(first17: string): string | undefined {
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) {
    const value = SIGNS.indexOf(first17.charAt(place) || '-');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return SIGNS.charAt((31 - (sum % 31)) % 31);
}

/** What is wrong with a unified social credit code in its kept form: its shape, or its check character. Null where it is sound. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (!FORM.test(code)) return 'credit-code-malformed';
  return checkCharacterOf(code.slice(0, 17)) === code.charAt(17) ? null : 'credit-code-check';
}

/**
 * Whether an organisation may register under this code. A demonstration city takes invented codes, which fail the check character on purpose
 * so that no real organisation is ever meant; what registers there is marked as a demonstration.
 */
export function faultAtRegistration(code: string, demo: boolean): CreditCodeFault | null {
  const fault = creditCodeFault(code);
  return demo && fault === 'credit-code-check' ? null : fault;
}
