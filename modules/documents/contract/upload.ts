import { z } from 'zod';
import { Sha256, Uuid } from '#kernel/wire.ts';
import type { UploadKind } from '../domain/evidence-kinds.ts';

export const UploadKindName = z.enum({ pdf: 'pdf', png: 'png', jpeg: 'jpeg', xlsx: 'xlsx' } satisfies { [K in UploadKind]: K });

/** What `PUT /api/documents/files` answers. */
export const Upload = z.object({ uploadId: Uuid, sha256: Sha256, bytes: z.number().int(), kind: UploadKindName, name: z.string() });
export type Upload = z.infer<typeof Upload>;
