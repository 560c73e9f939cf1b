import type { Module } from '#platform/module.ts';
import { signingNotices } from './domain/notices.ts';
import { routes } from './http.ts';
import { byteRoutes } from './papers.ts';
import { dataMap } from './store/data-map.ts';
import { wording } from './wording.ts';

export const signing: Module = { name: 'signing', uses: ['ledger', 'notifications'], routes, byteRoutes, notices: signingNotices, wording, dataMap };
