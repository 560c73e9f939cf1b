import { z } from 'zod';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Confined } from '#platform/module.ts';
import { UNREADABLE_CODES, type UnreadableCode } from './domain/codes.ts';
import type { ReportPages } from './domain/pages.ts';

/** Longer than any honest cell; rows beyond any honest report. A file beyond them is another kind of document, and comparing it would hold up the server. */
const LONGEST_CELL = 1_000;
const MOST_ROWS = 600;
/** Control characters and halves of surrogate pairs say nothing in a report, and a database does not take them. */
const Text = z.string().max(LONGEST_CELL).transform((text) => text.toWellFormed().replace(/\p{Cc}/gu, ' '));

const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const Cell = z.object({ row: z.number().int(), column: z.number().int(), rowSpan: z.number().int(), columnSpan: z.number().int(), box: Box, text: Text, lines: z.array(Text), doubts: z.array(z.string()) });
const Table = z.object({ box: Box, rows: z.number().int().max(MOST_ROWS), columns: z.number().int(), edges: z.array(z.number()), cells: z.array(Cell).max(8_000) });
/** What a confined process answers is as hostile as its file: it is checked like any other input. */
const Pages = z.object({
  pageCount: z.number().int(),
  pages: z.array(z.object({ number: z.number().int(), width: z.number(), height: z.number(), tables: z.array(Table), lines: z.array(z.object({ text: Text, box: Box, doubts: z.array(z.string()) })) })),
}) as unknown as z.ZodType<ReportPages>;

const KNOWN: ReadonlySet<string> = new Set(UNREADABLE_CODES);
/** A full pool or a stopping server says nothing of the file. */
const NOT_THE_FILE: ReadonlySet<string> = new Set(['busy', 'closed', 'not-started']);

/**
 * Reads a report in a process of the pool `laboratories.reading`. Refuses for what is wrong with the file, in the reader's words;
 * throws where the file was not read at all, so that nobody takes a busy pool for a bad report.
 */
export async function readConfined(confined: Confined, bytes: Uint8Array): Promise<Result<ReportPages, UnreadableCode>> {
  const read = await confined.run('readReport', bytes, {}, Pages);
  if (read.ok) return ok(read.value);
  const { code, facts } = read.refusal;
  if (NOT_THE_FILE.has(code)) throw new Error(`the report was not read: the confined pool was ${code}`);
  // The reason, too, comes from a process that the file may have taken over: only a word we know is passed on.
  const said = code === 'failed' ? String(facts?.['failed']) : code;
  return refuse(KNOWN.has(said) ? (said as UnreadableCode) : 'broken-pdf');
}
