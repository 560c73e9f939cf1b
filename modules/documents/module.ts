import type { Module } from '#platform/module.ts';
import { byteRoutes } from './files.ts';
import { routes } from './http.ts';
import { pageRoutes } from './pages.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const documents: Module = {
  name: 'documents', uses: [], routes, byteRoutes: [...byteRoutes, ...pageRoutes], wording, dataMap,
  confined: { drawing: { entry: new URL('reading/draw-page.ts', import.meta.url), functions: ['pageCount', 'drawPage', 'drawPicture'], addons: true } },
};
