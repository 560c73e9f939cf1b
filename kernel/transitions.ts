/**
 * The legal life of a thing as a table. Each transition names the act, who may do it in the law's words, and the rule it rests on.
 */
export type Transition<Status extends string, Act extends string> = {
  readonly from: Status;
  readonly act: Act;
  readonly to: Status;
  /** The article or rule of the platform it rests on. */
  readonly basis: string;
};

export type Life<Status extends string, Act extends string> = {
  readonly initial: Status;
  readonly final: readonly Status[];
  readonly transitions: readonly Transition<Status, Act>[];
};

/** Where the act leads from this status; undefined where the table does not know it. */
export function next<S extends string, A extends string>(life: Life<S, A>, from: S, act: A): S | undefined {
  return life.transitions.find((t) => t.from === from && t.act === act)?.to;
}

/** The acts the table allows from this status. */
export function actsFrom<S extends string, A extends string>(life: Life<S, A>, from: S): A[] {
  return life.transitions.filter((t) => t.from === from).map((t) => t.act);
}

/** What is wrong with a table: statuses nobody reaches, dead ends that are not final, two ways for one act. Empty where it is sound. */
export function faultsOf<S extends string, A extends string>(life: Life<S, A>): string[] {
  const faults: string[] = [];
  const statuses = new Set<S>([life.initial, ...life.final, ...life.transitions.flatMap((t) => [t.from, t.to])]);
  const reached = new Set<S>([life.initial]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const t of life.transitions) {
      if (reached.has(t.from) && !reached.has(t.to)) {
        reached.add(t.to);
        grew = true;
      }
    }
  }
  for (const s of statuses) {
    if (!reached.has(s)) faults.push(`nobody reaches ${s}`);
    const leaves = life.transitions.some((t) => t.from === s);
    if (!leaves && !life.final.includes(s)) faults.push(`${s} is a dead end that is not final`);
    if (leaves && life.final.includes(s)) faults.push(`${s} is final and still left`);
  }
  const seen = new Set<string>();
  for (const t of life.transitions) {
    const key = `${t.from} ${t.act}`;
    if (seen.has(key)) faults.push(`two ways to ${key}`);
    seen.add(key);
    if (t.basis.trim() === '') faults.push(`${key} names no rule`);
  }
  return faults;
}
