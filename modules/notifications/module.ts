import type { Module } from '#platform/module.ts';
import { consumes } from './consumers.ts';
import { deadlines } from './deadlines.ts';
import { digesting } from './digests.ts';
import { notices } from './domain/notices.ts';
import { routes } from './http.ts';
import { reminding } from './reminding.ts';
import { sending } from './sending.ts';
import { spreading } from './spreading.ts';
import { wording } from './wording.ts';
import { dataMap } from './store/data-map.ts';

export const notifications: Module = { name: 'notifications', uses: ['documents'], routes, consumes, rounds: [reminding, digesting, spreading, sending], deadlines, notices, wording, dataMap };
