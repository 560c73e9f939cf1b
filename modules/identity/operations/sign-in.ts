import type { Role } from '#kernel/policy.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { loginOf } from '../domain/login.ts';
import { sessionEnd } from '../domain/session.ts';

export type SignInNeeds = {
  readonly now: Date;
  readonly newId: () => string;
  readonly newToken: () => { readonly token: string; readonly hash: Buffer };
  readonly people: { byLogin(login: string): Promise<{ id: string; passwordHash: string } | undefined>; memberships(personId: string): Promise<readonly { id: string; roles: readonly Role[] }[]> };
  /** Takes as long for an unknown login as for a wrong password. */
  readonly verifyPassword: (password: string, stored: string | undefined) => Promise<boolean>;
  readonly openSession: (session: { id: string; tokenHash: Buffer; personId: string; membershipId: string | null; endsAt: Date }) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: { session: string }; cityId: null }) => void;
};

/** Opens a session in the person's first membership. One refusal for an unknown login and for a wrong password: it does not tell which. */
export async function signIn(needs: SignInNeeds, input: { login: string; password: string }): Promise<Result<{ personId: string; token: string }, 'login-or-password-wrong'>> {
  const login = loginOf(input.login);
  const person = login === undefined ? undefined : await needs.people.byLogin(login);
  if (!(await needs.verifyPassword(input.password, person?.passwordHash)) || person === undefined) return refuse('login-or-password-wrong', 'login');
  const memberships = await needs.people.memberships(person.id);
  const { token, hash } = needs.newToken();
  const id = needs.newId();
  await needs.openSession({ id, tokenHash: hash, personId: person.id, membershipId: memberships[0]?.id ?? null, endsAt: sessionEnd(needs.now) });
  needs.record({ kind: 'session-opened', subject: person.id, body: { session: id }, cityId: null });
  return ok({ personId: person.id, token });
}
