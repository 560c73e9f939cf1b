import { z } from 'zod';

/** What `GET /api/{city}/documents/evidence/{evidence}/pages` answers; the pictures lie below it, counted from 1. */
export const EvidencePages = z.object({ pages: z.number().int() });
export type EvidencePages = z.infer<typeof EvidencePages>;
