/**
 * How often something may be asked: a bucket of `burst` that fills again by `perMinute`. The numbers are our own judgement of what
 * people do; no law sets them.
 */
export type Limit = { readonly name: string; readonly burst: number; readonly perMinute: number };

/** One bucket that a request takes from. `onlyRefused`: given back where the request was not refused, so that only failures count. */
export type Demand = { readonly limit: Limit; readonly key: string; readonly onlyRefused?: true };

export type Taken = { readonly ok: true; /** Gives back what only failures cost. */ forgive(): void } | { readonly ok: false; readonly retrySeconds: number };

export type Buckets = { /** Takes one from each bucket, or from none where one of them is empty. */ take(demands: readonly Demand[]): Taken };

type Bucket = { left: number; at: number };

/** Buckets kept at most per limit: beyond it those asked longest ago are forgotten, which gives whoever fills them nothing but a burst. */
const MOST = 50_000;

/**
 * Kept in memory: a refused guess writes nothing, so a flood of guesses costs the database nothing. The price: a restart fills every
 * bucket, and each process counts by itself. Both give a guesser one more burst, which changes nothing about a password's strength.
 * @param clock milliseconds that only grow
 */
export function openBuckets(clock: () => number = () => performance.now(), most = MOST): Buckets {
  const limits = new Map<string, Map<string, Bucket>>();
  const bucketOf = ({ limit, key }: Demand, now: number): Bucket => {
    let buckets = limits.get(limit.name);
    if (buckets === undefined) limits.set(limit.name, (buckets = new Map()));
    const known = buckets.get(key);
    const left = known === undefined ? limit.burst : Math.min(limit.burst, known.left + ((now - known.at) * limit.perMinute) / 60_000);
    const bucket = known ?? { left, at: now };
    bucket.left = left;
    bucket.at = now;
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
    return bucket;
  };
  return {
    take(demands) {
      const now = clock();
      const asked = demands.map((demand) => ({ demand, bucket: bucketOf(demand, now) }));
      const waits = asked.filter(({ bucket }) => bucket.left < 1).map(({ demand, bucket }) => ((1 - bucket.left) * 60) / demand.limit.perMinute);
      if (waits.length > 0) return { ok: false, retrySeconds: Math.max(1, Math.ceil(Math.max(...waits))) };
      for (const { bucket } of asked) bucket.left -= 1;
      return {
        ok: true,
        forgive() {
          for (const { demand, bucket } of asked) if (demand.onlyRefused === true) bucket.left = Math.min(demand.limit.burst, bucket.left + 1);
        },
      };
    },
  };
}
