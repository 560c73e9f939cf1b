import { ok, refuse, type Result } from '#kernel/result.ts';
import { passwordFault } from '../domain/login.ts';

export type ChangePasswordNeeds = {
  readonly login: () => Promise<string>;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly setPassword: (hash: string) => Promise<void>;
  readonly endOthers: () => Promise<number>;
  readonly record: (entry: { kind: string; subject: string; body: Record<string, number>; cityId: null }) => void;
};

/** Sets a person's password. That it is them was proved a moment ago, by the fresh touch of the route. Their other sessions end. */
export async function changePassword(needs: ChangePasswordNeeds, input: { personId: string; password: string }): Promise<Result<{ sessionsEnded: number }, 'password-too-short' | 'password-too-long' | 'password-is-login'>> {
  const fault = passwordFault(input.password, await needs.login());
  if (fault !== null) return refuse(fault, 'password');
  await needs.setPassword(await needs.hashPassword(input.password));
  const sessionsEnded = await needs.endOthers();
  needs.record({ kind: 'password-changed', subject: input.personId, body: { sessionsEnded }, cityId: null });
  return ok({ sessionsEnded });
}
