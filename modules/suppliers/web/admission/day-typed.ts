/** A day as papers print it (2026年1月5日, 2026.1.5, 2026/01/05, 20260105), written as 2026-01-05; anything else stays as it was typed. */
export function dayTyped(text: string): string {
  const typed = text.normalize('NFKC').trim();
  const parts = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  return parts === null ? typed : `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
}
