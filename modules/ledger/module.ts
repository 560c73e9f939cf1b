import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';
import { dataMap } from './store/data-map.ts';

export const ledger: Module = { name: 'ledger', uses: [], routes, dataMap };
