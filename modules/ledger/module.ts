import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';

export const ledger: Module = { name: 'ledger', uses: [], routes };
