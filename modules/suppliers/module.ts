import type { Module } from '#platform/module.ts';
import { supplierNotices } from './domain/notices.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const suppliers: Module = { name: 'suppliers', uses: ['identity', 'documents', 'notifications'], routes, notices: supplierNotices, wording, dataMap };
