import { z } from 'zod';
export const personShape = z;
