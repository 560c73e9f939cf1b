/** The addresses of an interface: which methods each knows, and what its variable steps are called. */
export type Addresses = {
  /** What stands at a path: undefined where nothing does. */
  at(path: string): { readonly methods: readonly string[]; readonly parameters: readonly string[]; /** The path with its variable steps by name: what may stand in a log or a metric. */ readonly template: string } | undefined;
};

type Known = { readonly steps: readonly string[]; readonly methods: Set<string>; readonly parameters: readonly string[] };

/** @param routes paths with `{name}` or `:name` for a variable step. */
export function addressesOf(routes: readonly { readonly method: string; readonly path: string }[]): Addresses {
  const known = new Map<string, Known>();
  for (const { method, path } of routes) {
    const steps = stepsOf(path).map((step) => /^(?:\{\+?|:)([a-zA-Z0-9]+)/.exec(step)?.[1] ?? `/${step}`);
    const shape = steps.map((step) => (step.startsWith('/') ? step : '*')).join('');
    const parameters = steps.filter((step) => !step.startsWith('/'));
    const one = known.get(shape) ?? { steps, methods: new Set(), parameters };
    one.methods.add(method);
    known.set(shape, one);
  }
  return {
    at(path) {
      // One thing, one address: with a slash behind it names nothing, where a router would take it for the list above.
      if (path.endsWith('/')) return undefined;
      const asked = stepsOf(path);
      const found = [...known.values()].filter(({ steps }) => steps.length === asked.length && steps.every((step, n) => !step.startsWith('/') || step === `/${asked[n]}`));
      // A fixed word goes before a variable one, as in the routers.
      const best = found.toSorted((a, b) => a.parameters.length - b.parameters.length)[0];
      return best && { methods: withImplied([...new Set(found.flatMap(({ methods }) => [...methods]))]), parameters: best.parameters, template: `/${best.steps.map((step) => (step.startsWith('/') ? step.slice(1) : `:${step}`)).join('/')}` };
    },
  };
}

/** What may be read may be asked for its headers alone, and every address says what it knows. */
const withImplied = (methods: readonly string[]): string[] => [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted();

const stepsOf = (path: string): string[] => path.split('/').filter((step) => step !== '');
