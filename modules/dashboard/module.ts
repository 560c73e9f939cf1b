import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';

export const dashboard: Module = { name: 'dashboard', uses: ['standards'], routes };
