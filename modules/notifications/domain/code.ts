/** A code that confirms an address: eight digits, half an hour, five tries. Rules of the platform. */
export const CODE_DIGITS = 8;
export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;

/** So many codes one person may ask for in a day, and so many people may ask for one to the same address: a mailbox cannot be flooded through us. */
export const CODES_OF_PERSON = 6;
export const CLAIMS_OF_ADDRESS = 3;

/** @param random eight bytes or more, so that no code is likelier than another by more than a hair */
export function codeOf(random: Uint8Array): string {
  let value = 0n;
  for (const byte of random) value = value * 256n + BigInt(byte);
  return String(value % 10n ** BigInt(CODE_DIGITS)).padStart(CODE_DIGITS, '0');
}

/** As somebody may type it: `1234 5678`. Undefined where it cannot be a code. */
export function typedCode(text: string): string | undefined {
  const figures = text.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return /^\d{8}$/.test(figures) ? figures : undefined;
}

export type Claim = { readonly expiresAt: Date; readonly tries: number; readonly codeHash: string | null };

/** Whether a code may still be tried on a claim. At the very instant of its end it has ended. */
export const claimOpen = (claim: Claim, now: Date): boolean => claim.codeHash !== null && claim.tries < CODE_TRIES && now.getTime() < claim.expiresAt.getTime();
