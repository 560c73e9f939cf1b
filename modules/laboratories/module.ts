import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';
import { jobs } from './jobs.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const laboratories: Module = {
  name: 'laboratories', uses: ['identity', 'documents', 'standards'], routes, jobs, wording, dataMap,
  confined: {
    reading: { entry: new URL('reading/confined-read.ts', import.meta.url), functions: ['readReport'] },
    drawing: { entry: new URL('reading/confined-draw.ts', import.meta.url), functions: ['renderPage'], addons: true },
  },
};
