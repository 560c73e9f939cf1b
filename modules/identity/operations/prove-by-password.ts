import { ok, refuse, type Result } from '#kernel/result.ts';
import { loginOf } from '../domain/login.ts';

export type ProveByPasswordNeeds = {
  readonly byLogin: (login: string) => Promise<{ id: string; passwordHash: string } | undefined>;
  /** Takes as long for an unknown login as for a wrong password. */
  readonly verifyPassword: (password: string, stored: string | undefined) => Promise<boolean>;
};

/** Whether somebody is who they say, by their password. One refusal for an unknown login and for a wrong password: it does not tell which. */
export async function proveByPassword(needs: ProveByPasswordNeeds, input: { login: string; password: string }): Promise<Result<{ personId: string; login: string }, 'login-or-password-wrong'>> {
  const login = loginOf(input.login);
  const person = login === undefined ? undefined : await needs.byLogin(login);
  if (!(await needs.verifyPassword(input.password, person?.passwordHash)) || person === undefined || login === undefined) return refuse('login-or-password-wrong', 'login');
  return ok({ personId: person.id, login });
}
