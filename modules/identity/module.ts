import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const identity: Module = { name: 'identity', uses: [], routes, wording, dataMap };
