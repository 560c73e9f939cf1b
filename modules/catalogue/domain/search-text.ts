/** How a listing is found by text: what a plain scan for the typed words would find, quicker. */

/** Text as it is searched: NFKC, lower case, without white space between Han characters, single spaces elsewhere. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').trim();
}

/** The words of a query: parts between spaces, all of which must occur. At most eight count. */
export const wordsOf = (query: string): string[] => [...new Set(query.normalize('NFKC').split(/\s+/u).map(normalised).filter((word) => word !== ''))].slice(0, 8);

/** Every single character and every pair of neighbours: a word occurs only in a text that has all pairs of the word. */
export function grams(text: string): string[] {
  const characters = [...normalised(text)];
  const found = new Set<string>(characters.filter((c) => c !== ' '));
  for (let i = 0; i + 1 < characters.length; i++) {
    if (characters[i] !== ' ' && characters[i + 1] !== ' ') found.add(characters[i]! + characters[i + 1]!);
  }
  return [...found];
}

/** The grams a text must have to hold this word: its pairs, or the one character. */
export function gramsOfWord(word: string): string[] {
  const characters = [...word];
  if (characters.length === 1) return characters;
  return [...new Set(characters.slice(0, -1).map((c, i) => c + characters[i + 1]!))];
}
