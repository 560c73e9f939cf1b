import { ok, refuse, type Result } from '#kernel/result.ts';

/** A copy is kept for seven days, so that it can be left and found again; then it is removed (个人信息保护法 art. 19). */
const KEPT_MILLIS = 7 * 24 * 3_600_000;

export type AskExportNeeds = {
  readonly now: Date;
  readonly newId: () => string;
  readonly underWay: () => Promise<boolean>;
  readonly insert: (one: { id: string; personId: string; endsAt: Date }) => Promise<void>;
  readonly later: (exportId: string) => void;
  readonly record: (entry: { kind: string; subject: string; body: { person: string }; cityId: null }) => void;
};

/** Has a copy of a person's own data made (个人信息保护法 art. 45). One at a time. */
export async function askExport(needs: AskExportNeeds, personId: string): Promise<Result<{ exportId: string }, 'export-under-way'>> {
  if (await needs.underWay()) return refuse('export-under-way');
  const id = needs.newId();
  await needs.insert({ id, personId, endsAt: new Date(needs.now.getTime() + KEPT_MILLIS) });
  needs.later(id);
  needs.record({ kind: 'export-asked', subject: id, body: { person: personId }, cityId: null });
  return ok({ exportId: id });
}
