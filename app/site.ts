import type { Hono } from 'hono';
import type { Platform } from './wire.ts';

/** Pages and their assets. (The web is built by `npm run build`.) */
export function site(_app: Hono, _platform: Platform, _options: { webFolder: string; publicOrigin: string }): void {}
