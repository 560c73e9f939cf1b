import type { Json } from '#kernel/canonical.ts';
import type { Result } from '#kernel/result.ts';
import type { ReportPages, Unreadable } from '../domain/pages.ts';
import { readReport as read } from './read-report.ts';

/** What the confined pool `laboratories.reading` runs: bytes in, plain data out, no native addon. */
export const readReport = (bytes: Uint8Array, _args: Json): Promise<Result<ReportPages, Unreadable>> => read(bytes);
