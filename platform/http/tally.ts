/** Refusals of the present minute or so, gathered by route, status and who was refused, until somebody takes them away. */
export type RefusalTally = {
  note(refusal: Refused): void;
  take(): (Refused & { readonly times: number })[];
};
/** `route` is a template: it holds no id and no name. */
export type Refused = { readonly route: string; readonly status: number; readonly personId: string | null; readonly organisationId: string | null };

/** Beyond so many different ones the rest is counted together, so that a flood fills no memory. */
const MOST = 1_000;

export function refusalTally(): RefusalTally {
  const seen = new Map<string, Refused & { times: number }>();
  return {
    note(refusal) {
      const key = `${refusal.status} ${refusal.route} ${refusal.personId} ${refusal.organisationId}`;
      const known = seen.get(key) ?? (seen.size < MOST ? undefined : seen.get('others'));
      if (known !== undefined) known.times += 1;
      else if (seen.size < MOST) seen.set(key, { ...refusal, times: 1 });
      else seen.set('others', { route: '(others)', status: refusal.status, personId: null, organisationId: null, times: 1 });
    },
    take() {
      const taken = [...seen.values()];
      seen.clear();
      return taken;
    },
  };
}
