import type { Module } from '#platform/module.ts';
import { consumes } from './consumers.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const notifications: Module = { name: 'notifications', uses: ['documents'], routes, consumes, wording, dataMap };
