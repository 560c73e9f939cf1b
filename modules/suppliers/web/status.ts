import type { State } from '#web/kit/state-mark.tsx';
import type { AdmissionStatus } from '../domain/admission-life.ts';

/** The sign of a status for the supplier: ochre only where the supplier itself must act. */
export const SIGN_FOR_SUPPLIER: Readonly<Record<AdmissionStatus, State>> = { draft: 'draft', submitted: 'run', returned: 'attention', admitted: 'ok', refused: 'refused', withdrawn: 'lock' };
/** The sign of a status for the centre. */
export const SIGN_FOR_CENTRE: Readonly<Record<AdmissionStatus, State>> = { draft: 'draft', submitted: 'todo', returned: 'run', admitted: 'ok', refused: 'refused', withdrawn: 'lock' };
