import { confinedPool, type ConfinedPool } from '#platform/confined/index.ts';
import type { Logger } from '#platform/log.ts';
import type { Confined, Module } from '#platform/module.ts';

export type ConfinedPools = { of(module: string): Confined; close(): Promise<void> };

/** One report may take twenty seconds and 700 MB (a page image at full size); both are far beyond any honest report. */
const LIMITS = { millis: 20_000, memoryMB: 700, outputBytes: 32_000_000 };

/** A pool for each module that parses strangers' files, opened when first asked for. */
export function openConfined(modules: readonly Module[], log: Logger, size = 2): ConfinedPools {
  const pools = new Map<string, ConfinedPool>();
  return {
    of(name) {
      const known = pools.get(name);
      if (known !== undefined) return known;
      const declared = modules.find((m) => m.name === name)?.confined;
      if (declared === undefined) throw new Error(`the module ${name} declares no confined entry`);
      const pool = confinedPool({ entry: declared.entry, functions: [...declared.functions], size, limits: LIMITS, addons: declared.addons ?? false, note: (event, facts) => log.info({ event, ...facts }, 'confined processes') });
      pools.set(name, pool);
      return pool;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
