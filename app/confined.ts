import { confinedPool, type ConfinedPool } from '#platform/confined/index.ts';
import type { Logger } from '#platform/log.ts';
import type { Confined, Module } from '#platform/module.ts';

export type ConfinedPools = { of(pool: string): Confined; close(): Promise<void> };

/** One report may take twenty seconds and 700 MB (a page image at full size); both are far beyond any honest report. */
const LIMITS = { millis: 20_000, memoryMB: 700, outputBytes: 32_000_000 };

/** A pool for each entry that parses strangers' files, opened when first asked for. */
export function openConfined(modules: readonly Module[], log: Logger, size = 2): ConfinedPools {
  const pools = new Map<string, ConfinedPool>();
  return {
    of(name) {
      const known = pools.get(name);
      if (known !== undefined) return known;
      const [module, entry] = name.split('.', 2);
      const declared = modules.find((m) => m.name === module)?.confined?.[entry ?? ''];
      if (declared === undefined) throw new Error(`no module declares the confined pool ${name}`);
      const pool = confinedPool({ entry: declared.entry, functions: [...declared.functions], size, limits: LIMITS, addons: declared.addons ?? false, note: (event, facts) => log.info({ event, ...facts }, 'confined processes') });
      pools.set(name, pool);
      return pool;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
