/** What higher modules and the browser may use of reading and comparing: pure, without files. */
export type { Box, Cell, CellDoubt, Line, Page, ReportPages, Table, Unreadable } from './domain/pages.ts';
export type { Field, FieldName, Place, Report, TestRow } from './domain/report.ts';
export { reportOf } from './domain/report-of.ts';
export { readValue } from './domain/value.ts';
export type { ReadValue, ValueDoubt } from './domain/value.ts';
export { matchRows } from './domain/match.ts';
export type { Match } from './domain/match.ts';
export type { MatchDoubt } from './domain/suitability.ts';
export { covers, findingsOf, validityOn } from './domain/report-findings.ts';
export type { ReportFinding, Validity } from './domain/report-findings.ts';
export { compareReport } from './domain/compare-report.ts';
export type { ComparisonRequest, IndicatorComparison, ReportComparison } from './domain/compare-report.ts';
export { DOUBT_CODES, FINDING_CODES, UNREADABLE_CODES } from './domain/codes.ts';
export type { UnreadableCode } from './domain/codes.ts';
