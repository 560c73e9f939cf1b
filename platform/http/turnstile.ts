/** Operations that derive a password's hash: so many of one lane at a time, and so many that wait. */
const AT_ONCE = 4;
const WAITING = 32;

type Turnstile = <T>(work: () => Promise<T>) => Promise<T> | undefined;
const lanes = new Map<string, Turnstile>();

/** The turnstile of a lane: lets few in at once and some wait; undefined for whoever comes beyond that. The names of lanes are few and fixed. */
export function turnstile(lane: string): Turnstile {
  let known = lanes.get(lane);
  if (known === undefined) lanes.set(lane, (known = make(AT_ONCE, WAITING)));
  return known;
}

function make(most: number, waiting: number): Turnstile {
  let inside = 0;
  const queue: (() => void)[] = [];
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside >= most) await new Promise<void>((resolve) => queue.push(resolve));
    inside += 1;
    try {
      return await work();
    } finally {
      inside -= 1;
      queue.shift()?.();
    }
  };
  return (work) => (inside >= most && queue.length >= waiting ? undefined : run(work));
}
