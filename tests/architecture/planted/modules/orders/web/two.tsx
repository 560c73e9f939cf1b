import { one } from './one.tsx';
export const two = one;
