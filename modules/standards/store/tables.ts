export type StandardsTables = {
  'standards.adoption': { city_id: string; edition_id: string; effective_from: string; adopted_by: string | null; adopted_at: Date };
  'standards.limit_decision': {
    city_id: string; edition_id: string; indicator_code: string; decision: 'confirmed' | 'withheld'; clause: string | null; page: string | null; note: string | null;
    person_id: string; organisation_id: string; decided_at: Date;
  };
};
