import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';
import { wording } from './wording.ts';

export const regulations: Module = { name: 'regulations', uses: [], routes, wording };
