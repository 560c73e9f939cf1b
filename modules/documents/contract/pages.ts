import { z } from 'zod';

/** Of pages, as a reader counts them: no honest document has more. */
export const Count = z.number().int().min(1).max(10_000);

/** What `GET /api/{city}/documents/evidence/{evidence}/pages` answers; the pictures lie below it, counted from 1. */
export const EvidencePages = z.object({ pages: z.number().int() });
export type EvidencePages = z.infer<typeof EvidencePages>;
