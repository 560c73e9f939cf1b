import type { KeyCopy } from '../../domain/key-copy.ts';

/** Hands the reader a file made in the browser; nothing is sent anywhere. */
export function handOut(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn; some take it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const handOutCopy = (copy: KeyCopy, name: string): void => handOut(name, `${JSON.stringify(copy, null, 2)}\n`);
