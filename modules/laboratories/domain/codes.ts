/** Every code this module may say, so that a test can hold the wording against it. */

/** Why a file gives no report: what the reader says of it, then what the confined process that read it met (platform/confined). */
export const UNREADABLE_CODES = [
  'empty-file', 'not-a-pdf', 'broken-pdf', 'encrypted-pdf', 'too-many-pages', 'page-too-dense', 'no-text-layer', 'no-result-table',
  'input-too-large', 'timed-out', 'out-of-memory', 'output-too-large', 'crashed', 'forbidden', 'malformed-output',
] as const;

export type UnreadableCode = (typeof UNREADABLE_CODES)[number];

/** Doubts of the reader: each sends the value to a person. */
export const DOUBT_CODES = [
  'hidden-text', 'unknown-glyph', 'crosses-ruling', 'overprinted', 'covered', 'not-rectangular', 'turned',
  'merged-columns', 'shared-result', 'item-inherited',
  'lost-superscript', 'decimal-comma', 'thousands-or-list', 'double-dash', 'units-disagree', 'several-values', 'words-beside-value', 'tolerance-as-result',
  'name-uncertain', 'condition-unmatched', 'group-unmatched', 'tie', 'sum-child-missing',
  'issue-date-absent', 'issue-dates-disagree', 'pages-missing', 'serial-gap',
] as const;

/** Findings on the report as a whole, and where it contradicts us. */
export const FINDING_CODES = [
  'issue-date-absent', 'issued-in-the-future', 'report-too-old', 'dates-out-of-order', 'fields-disagree', 'issue-dates-disagree', 'model-not-covered', 'pages-missing', 'serial-gap',
  'cma-absent', 'conclusion-negative', 'verdict-contradicts', 'requirement-differs',
] as const;
