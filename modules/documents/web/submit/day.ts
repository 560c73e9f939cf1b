/**
 * A day as people copy it from paper, in the one form in which it travels: `2026年1月5日`, `2026/1/5`, `2026.01.05` and `20260105`
 * become `2026-01-05`. Anything else is left as typed, so that the server can say what is wrong with it.
 */
export function dayTyped(text: string): string {
  const typed = text.normalize('NFKC').trim();
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? [];
  return year === undefined || month === undefined || day === undefined ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
