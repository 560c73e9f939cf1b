/**
 * Test methods as standards are cited: body, number, year, clause. The method belongs to the quantity (the same panel gives
 * another figure by chamber and by perforator), so a method the indicator does not accept leads to a person.
 */

/** `GB/T 17657-2022 4.60` → { body: 'GB', number: '17657', year: '2022', clause: '4.60' }. GB and GB/T share one series of numbers, so `/T` and `/Z` are left out. */
export type StandardReference = { readonly body: string; readonly number: string; readonly year: string | null; readonly clause: string | null };

/** How a printed method stands to the accepted ones. */
export type MethodStanding = 'accepted' | 'year-absent' | 'edition-differs' | 'clause-differs' | 'foreign' | 'unreadable';
const NEAREST: readonly MethodStanding[] = ['accepted', 'year-absent', 'clause-differs', 'edition-differs', 'foreign', 'unreadable'];

const CITATION = /((?:T\/)?[A-Z]{2,8}(?:\/[TZ])?)\s*([A-Z]?\d+(?:\.\d+)*(?:-[A-Z]\d+-\d+)?)(?:\s*-\s*((?:19|20)\d{2}|\d{2})(?!\d))?(?:\s*[(中第之]*\s*(?:(\d+(?:\.\d+)+)(?![-\d])|(附录\s*[A-Z]|(?:ANNEX|APPENDIX)\s*[A-Z])))?/g;
/** `/ 10295` behind a citation stands for the same body. */
const FURTHER = /^\s*[/、,，]\s*(\d{3,6}(?:\.\d+)*)(?:\s*-\s*((?:19|20)\d{2}))?(?![\d.])/;

/** Every standard a text cites, in order. */
export function citations(printed: string): readonly StandardReference[] {
  const text = printed.normalize('NFKC').toUpperCase().replace(/[—–−‐‑―]+/g, '-').slice(0, 2000)
    // `GBT 9266`, `GB T9266`, `GB／T 9266`
    .replace(/\b(GB|JC|JGJ?|JB|HG|QB|LY|CJJ?|SB|YB|YY|DL)\s*\/?\s*T\s*(?=\d)/g, '$1/T ');
  const found: StandardReference[] = [];
  for (const match of text.matchAll(CITATION)) {
    const body = (match[1] ?? '').replace(/^((?:T\/)?[A-Z]+)\/[TZ]$/, '$1');
    found.push({ body, number: match[2] ?? '', year: fullYear(match[3]), clause: clauseOf(match[4] ?? match[5]) });
    let rest = text.slice(match.index + match[0].length);
    for (let further = FURTHER.exec(rest); further !== null; further = FURTHER.exec(rest)) {
      found.push({ body, number: further[1] ?? '', year: further[2] ?? null, clause: null });
      rest = rest.slice(further[0].length);
    }
  }
  return found;
}

/** Old reports print two digits: GB 8076-97 is of 1997. */
const fullYear = (year: string | undefined): string | null => year === undefined ? null : year.length === 4 ? year : `${Number(year) > 80 ? '19' : '20'}${year}`;
const clauseOf = (clause: string | undefined): string | null => clause === undefined ? null : clause.replace(/\s+/g, '').replace(/^(?:ANNEX|APPENDIX)/, '附录');

/** True where the indicator names no test standard (calculated, EPD, a certificate): then the kind of evidence is the method. */
export const needsNoStandard = (accepted: readonly string[]): boolean =>
  accepted.some((method) => method.split(/\s*\/\s+|\s+\/\s*/).some((part) => citations(part).length === 0 && !/^\d/.test(part)));

/** The best standing any of the printed methods has to any of the accepted. */
export function methodStanding(printed: readonly string[], accepted: readonly string[]): MethodStanding {
  const named = printed.flatMap(citations);
  if (named.length === 0) return 'unreadable';
  const wanted = accepted.flatMap(citations);
  const all = named.flatMap((one) => wanted.map((other) => oneStanding(one, other)));
  return NEAREST.find((standing) => all.includes(standing)) ?? 'foreign';
}

function oneStanding(printed: StandardReference, accepted: StandardReference): MethodStanding {
  if (printed.body !== accepted.body || printed.number !== accepted.number) return 'foreign';
  if (accepted.year !== null && printed.year === null) return 'year-absent';
  if (accepted.year !== null && printed.year !== accepted.year) return 'edition-differs';
  if (accepted.clause !== null && printed.clause !== null && !`${printed.clause}.`.startsWith(`${accepted.clause}.`)) return 'clause-differs';
  return 'accepted';
}
