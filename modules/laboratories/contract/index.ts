import { z } from 'zod';
import { CitySlug, Line, operation, Paragraph, refusals, Uuid } from '#kernel/wire.ts';

export const submitReport = operation
  .route({ method: 'POST', path: '/reports', summary: '提交检测报告供机器读取 · Hand in a test report to be read', tags: ['laboratories'] })
  .input(z.strictObject({ evidenceId: Uuid }))
  .output(z.object({ reportId: Uuid }))
  .errors(refusals({ 'not-a-test-report': 422 }));

/** Where the reading of a report stands: queued, read, or why it cannot be read. */
export const report = operation
  .route({ method: 'GET', path: '/reports/{reportId}', summary: '检测报告读取状态 · How the reading of a report stands', tags: ['laboratories'] })
  .input(z.strictObject({ reportId: Uuid }))
  .output(z.object({ reportId: Uuid, evidenceId: Uuid, state: z.enum(['queued', 'read', 'unreadable']), failure: z.string().nullable(), pages: z.number().int() }));

const Code = z.string().regex(/^[A-Z]\d{2}-\d{2}$/);

export const settleReading = operation
  .route({ method: 'POST', path: '/{city}/reports/{reportId}/readings', summary: '人工核对读数 · Settle a reading beside the page', tags: ['laboratories'] })
  .input(z.strictObject({ city: CitySlug, reportId: Uuid, indicatorCode: Code, decision: z.enum(['confirmed', 'corrected', 'not-in-report']), printed: Line(100).nullable(), unit: z.string().trim().max(30).nullable(), methodAccepted: z.boolean().default(false), note: Paragraph(500).nullable() }))
  .output(z.object({ settled: z.literal(true) }))
  .errors(refusals({ 'report-not-read': 409, 'own-report': 409, 'own-entry': 409, 'value-missing': 422, 'note-missing': 422 }));

export const enterValue = operation
  .route({ method: 'POST', path: '/{city}/reports/{reportId}/values', summary: '手工录入报告数值 · Type in a value of the report', tags: ['laboratories'] })
  .input(z.strictObject({ city: CitySlug, reportId: Uuid, indicatorCode: Code, printed: Line(100), unit: z.string().trim().max(30), page: z.number().int().min(1).max(80) }))
  .output(z.object({ entered: z.literal(true) }))
  .errors(refusals({ 'report-not-read': 409 }));

export const contract = { submitReport, report, settleReading, enterValue };
