import { sourcesSchema } from './schema.ts';
import sources from './editions/base-2026-draft/sources.json' with { type: 'json' };

/** Addresses where a limit of the base edition was read, by indicator. For the officer who confirms it; never shown to the public. */
export const baseSources = (): Readonly<Record<string, readonly string[]>> => sourcesSchema.parse(sources);
