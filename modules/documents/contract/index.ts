import { centreEvidence, centreEvidenceList, confirmEvidence, refuseEvidence } from './centre-evidence.ts';
import { myEvidence, myEvidenceList, submitEvidence, withdrawEvidence } from './my-evidence.ts';

export const contract = { myEvidenceList, myEvidence, submitEvidence, withdrawEvidence, centreEvidenceList, centreEvidence, confirmEvidence, refuseEvidence };
