import type { Module } from '#platform/module.ts';
import { deadlines } from './deadlines.ts';
import { orderNotices } from './domain/notices.ts';
import { byteRoutes, routes } from './http.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const orders: Module = { name: 'orders', uses: ['catalogue', 'notifications', 'signing'], routes, byteRoutes, deadlines, notices: orderNotices, wording, dataMap };
