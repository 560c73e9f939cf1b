import { attach, ownAdmission, submit } from './admission.ts';
import { join, requirements } from './join.ts';
import { listed } from './listed.ts';
import { decide, queue, review } from './review.ts';

export const contract = { requirements, listed, join, ownAdmission, attach, submit, queue, review, decide };
