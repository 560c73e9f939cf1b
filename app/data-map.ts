import { joinMaps } from '#kernel/data-map.ts';
import { dataMap as platformMap } from '#platform/database/data-map.ts';
import { modules } from './modules.ts';

/** The data map of the whole platform: every table of every module, and the platform's own. */
export const dataMap = joinMaps([platformMap, ...modules.flatMap((module) => (module.dataMap === undefined ? [] : [module.dataMap]))]);
