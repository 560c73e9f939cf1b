import type { State } from '#web/kit/state-mark.tsx';

/** In the supplier's words; the centre's inner states have no others. */
export const STATES: Readonly<Record<string, State>> = { submitted: 'run', compared: 'run', returned: 'attention', refused: 'refused', listed: 'ok', suspended: 'lock', withdrawn: 'draft' };
