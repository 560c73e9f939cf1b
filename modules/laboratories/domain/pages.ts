/** What the reading gives to the comparison: plain data, so that it may cross a process border. */

/** In PDF points (1/72 inch), origin at the top left of the page as it is shown. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * Why the characters of a cell are not to be taken at their word. Each sends a value read from it to a person.
 * `hidden-text`: invisible, transparent, white or clipped characters. `unknown-glyph`: the font does not say which character it draws.
 * `crosses-ruling`: the text runs over the ruling into the next cell. `overprinted`: two characters stand on one another. `covered`: an area or a picture was drawn over it afterwards.
 * `not-rectangular`: missing rulings join cells in a shape that is no cell. `turned`: the text stands across the table.
 */
export type CellDoubt = 'hidden-text' | 'unknown-glyph' | 'crosses-ruling' | 'overprinted' | 'covered' | 'not-rectangular' | 'turned';

export type Cell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  /** The printed characters; wrapped lines joined; a raised digit is `10^3` after a digit, `m³` after a letter, never a bare digit. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly doubts: readonly CellDoubt[];
};

export type Table = {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  /** The x of every column edge, so that a continuation page can be told from another table. */
  readonly edges: readonly number[];
  readonly cells: readonly Cell[];
};

export type Line = { readonly text: string; readonly box: Box; readonly doubts: readonly CellDoubt[] };

/** `lines` is the text outside the tables, top to bottom, pieces of one line that stand apart kept apart. */
export type Page = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly tables: readonly Table[];
  readonly lines: readonly Line[];
};

export type ReportPages = { readonly pageCount: number; readonly pages: readonly Page[] };

/** Why a file cannot be read as a report; each has its wording and remedy in both languages. */
export type Unreadable = 'empty-file' | 'not-a-pdf' | 'broken-pdf' | 'encrypted-pdf' | 'too-many-pages' | 'page-too-dense' | 'no-text-layer';
