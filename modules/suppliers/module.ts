import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const suppliers: Module = { name: 'suppliers', uses: ['identity', 'documents', 'notifications'], routes, wording, dataMap };
