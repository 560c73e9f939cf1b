import type { ReportPages } from '../domain/pages.ts';

export type ReportState = 'queued' | 'read' | 'unreadable';
export type LaboratoriesTables = {
  'laboratories.report': { id: string; evidence_id: string; sha256: string; state: ReportState; failure: string | null; pages: ReportPages | null; submitted_at: Date; read_at: Date | null };
  'laboratories.entered_value': { city_id: string; report_id: string; indicator_code: string; printed: string; unit: string; page: number; person_id: string; organisation_id: string; entered_at: Date };
  'laboratories.settled_reading': {
    city_id: string; report_id: string; indicator_code: string; decision: 'confirmed' | 'corrected' | 'not-in-report'; printed: string | null; unit: string | null; method_accepted: boolean; note: string | null;
    person_id: string; organisation_id: string; settled_at: Date;
  };
};
