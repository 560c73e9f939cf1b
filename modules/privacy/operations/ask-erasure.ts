import { ok, refuse, type Result } from '#kernel/result.ts';

export type AskErasureNeeds = {
  readonly newId: () => string;
  /** False where one is under way. */
  readonly insert: (id: string, personId: string) => Promise<boolean>;
  readonly later: (erasureId: string) => void;
  readonly record: (entry: { kind: string; subject: string; body: { person: string }; cityId: null }) => void;
};

/** Asks that a person's own data be erased (个人信息保护法 art. 47). What would become of it is counted at once, so that everybody knows what they decide on. */
export async function askErasure(needs: AskErasureNeeds, personId: string): Promise<Result<{ erasureId: string }, 'erasure-under-way'>> {
  const id = needs.newId();
  if (!(await needs.insert(id, personId))) return refuse('erasure-under-way');
  needs.later(id);
  needs.record({ kind: 'erasure-asked', subject: id, body: { person: personId }, cityId: null });
  return ok({ erasureId: id });
}
