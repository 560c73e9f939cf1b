import { ok, refuse, type Result } from '#kernel/result.ts';
import { loginOf } from '../domain/login.ts';

export type ProveByPasswordNeeds = {
  readonly byLogin: (login: string) => Promise<{ id: string; passwordHash: string } | undefined>;
  /** Takes as long for an unknown login as for a wrong password. */
  readonly verifyPassword: (password: string, stored: string | undefined) => Promise<boolean>;
  /** The password was right: from here on the transaction bears this person. */
  readonly takeSeat: (personId: string) => Promise<void>;
  readonly hasCodes: (personId: string) => Promise<boolean>;
  /** Uses a code of the authenticator, or a recovery code in its place. */
  readonly useCode: (personId: string, code: string) => Promise<'one-time' | 'recovery' | undefined>;
};

export type ProvedByPassword = { readonly personId: string; readonly login: string; readonly way: 'password' | 'password-and-code' | 'recovery-code' };
export type ProveByPasswordRefusal = 'login-or-password-wrong' | 'code-needed' | 'code-wrong';

/**
 * Whether somebody is who they say, by their password, and by a code where they have set that up. One refusal for an unknown login and
 * for a wrong password: it does not tell which. That a code is needed is said only to whoever knows the password.
 */
export async function proveByPassword(needs: ProveByPasswordNeeds, input: { login: string; password: string; code?: string | undefined }): Promise<Result<ProvedByPassword, ProveByPasswordRefusal>> {
  const login = loginOf(input.login);
  const person = login === undefined ? undefined : await needs.byLogin(login);
  if (!(await needs.verifyPassword(input.password, person?.passwordHash)) || person === undefined || login === undefined) return refuse('login-or-password-wrong', 'login');
  await needs.takeSeat(person.id);
  if (!(await needs.hasCodes(person.id))) return ok({ personId: person.id, login, way: 'password' });
  if (input.code === undefined) return refuse('code-needed', 'code');
  const used = await needs.useCode(person.id, input.code);
  if (used === undefined) return refuse('code-wrong', 'code');
  return ok({ personId: person.id, login, way: used === 'one-time' ? 'password-and-code' : 'recovery-code' });
}
