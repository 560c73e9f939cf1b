import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const purchases: Module = { name: 'purchases', uses: ['catalogue', 'orders'], routes, wording, dataMap };
