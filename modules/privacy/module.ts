import type { Module } from '#platform/module.ts';
import { downloads } from './downloads.ts';
import { routes } from './http.ts';
import { jobs } from './jobs.ts';
import { dataMap } from './store/data-map.ts';
import { wording } from './wording.ts';

export const privacy: Module = { name: 'privacy', uses: ['identity', 'regulations'], routes, byteRoutes: downloads, jobs, wording, dataMap };
