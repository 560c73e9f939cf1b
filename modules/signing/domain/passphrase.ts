/** A passphrase guards a file that can be tried against without end, so its length counts: 12 to 200 characters. Null where it may be used. */
export function passphraseFault(passphrase: string): 'passphrase-too-short' | 'passphrase-too-long' | null {
  const length = [...passphrase.normalize('NFC')].length;
  return length < 12 ? 'passphrase-too-short' : length > 200 ? 'passphrase-too-long' : null;
}
