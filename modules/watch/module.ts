import type { Module } from '#platform/module.ts';
import { routes } from './http.ts';
import { forgetting, observing } from './rounds.ts';
import { dataMap } from './store/data-map.ts';
import { wording } from './wording.ts';

export const watch: Module = { name: 'watch', uses: ['ledger'], routes, rounds: [observing, forgetting], wording, dataMap };
