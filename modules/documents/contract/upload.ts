import { z } from 'zod';
import { Sha256, Uuid } from '#kernel/wire.ts';
import { UPLOAD_KINDS } from '../domain/evidence-kinds.ts';

/** What `PUT /api/documents/files` answers. */
export const Upload = z.object({ uploadId: Uuid, sha256: Sha256, bytes: z.number().int(), kind: z.enum(UPLOAD_KINDS), name: z.string() });
export type Upload = z.infer<typeof Upload>;
