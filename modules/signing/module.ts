import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';

export const signing: Module = { name: 'signing', uses: ['ledger', 'notifications'], routes, wording };
