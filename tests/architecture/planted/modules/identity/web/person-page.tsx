import { PersonTag } from './parts.tsx';
export const page = PersonTag;
