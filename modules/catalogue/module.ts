import type { Module } from '#platform/module.ts';
import { consumes } from './consume.ts';
import { byteRoutes } from './pictures.ts';
import { listingNotices } from './domain/notices.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const catalogue: Module = { name: 'catalogue', uses: ['identity', 'documents', 'notifications', 'standards', 'suppliers', 'laboratories'], routes, byteRoutes, consumes, notices: listingNotices, wording, dataMap };
