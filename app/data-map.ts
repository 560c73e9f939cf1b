import { joinMaps, type DataMap } from '#kernel/data-map.ts';
import { dataMap as platformMap } from '#platform/database/data-map.ts';
import type { Module } from '#platform/module.ts';

/** The data map of the whole platform: every table of every module, and the platform's own. */
export const dataMapOf = (modules: readonly Module[]): DataMap => joinMaps([platformMap, ...modules.flatMap((module) => (module.dataMap === undefined ? [] : [module.dataMap]))]);
