import type { Module } from '#platform/module.ts';
import { byteRoutes } from './files.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';

export const documents: Module = { name: 'documents', uses: [], routes, byteRoutes, wording };
