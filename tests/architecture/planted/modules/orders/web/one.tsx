import { two } from './two.tsx'; // breaks circle
export const one = two;
