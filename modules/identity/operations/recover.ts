import { ok, refuse, type Result } from '#kernel/result.ts';
import { loginOf, passwordFault } from '../domain/login.ts';

export type RecoverNeeds = {
  readonly byLogin: (login: string) => Promise<{ id: string } | undefined>;
  readonly hashPassword: (password: string) => Promise<string>;
  /** Spends a recovery code; for nobody it takes as long. */
  readonly useRecoveryCode: (personId: string | undefined, code: string) => Promise<boolean>;
  /** The code was right: from here on the transaction bears this person. */
  readonly takeSeat: (personId: string) => Promise<void>;
  readonly hasCodes: (personId: string) => Promise<boolean>;
  readonly useOneTimeCode: (personId: string, code: string) => Promise<boolean>;
  readonly setPassword: (personId: string, hash: string) => Promise<void>;
  readonly endSessions: (personId: string) => Promise<number>;
  readonly record: (entry: { kind: string; subject: string; body: Record<string, number>; cityId: null }) => void;
};

export type RecoverRefusal = 'recovery-refused' | 'code-needed' | 'code-wrong' | 'password-too-short' | 'password-too-long' | 'password-is-login';

/**
 * A recovery code stands in for one thing that was lost, here the password; whoever has an authenticator shows its code as well. No mail
 * and no telephone call stand in for anything. A refusal leaves the code unspent.
 */
export async function recover(needs: RecoverNeeds, input: { login: string; recoveryCode: string; password: string; code?: string | undefined }): Promise<Result<{ personId: string; login: string }, RecoverRefusal>> {
  const login = loginOf(input.login);
  const fault = passwordFault(input.password, login ?? '');
  if (fault !== null) return refuse(fault, 'password');
  // Derived before anything is known, so that the time says nothing of the account.
  const hash = await needs.hashPassword(input.password);
  const person = login === undefined ? undefined : await needs.byLogin(login);
  if (!(await needs.useRecoveryCode(person?.id, input.recoveryCode)) || person === undefined || login === undefined) return refuse('recovery-refused', 'recoveryCode');
  await needs.takeSeat(person.id);
  if (await needs.hasCodes(person.id)) {
    if (input.code === undefined) return refuse('code-needed', 'code');
    if (!(await needs.useOneTimeCode(person.id, input.code))) return refuse('code-wrong', 'code');
  }
  await needs.setPassword(person.id, hash);
  const sessionsEnded = await needs.endSessions(person.id);
  needs.record({ kind: 'account-recovered', subject: person.id, body: { sessionsEnded }, cityId: null });
  return ok({ personId: person.id, login });
}
