import { confirmLimits, limitDesk, withholdLimits } from './limits.ts';
import { edition, kind } from './reading.ts';

export const contract = { edition, kind, limitDesk, confirmLimits, withholdLimits };
