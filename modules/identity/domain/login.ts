/** A login as it is kept: trimmed, lower case, 3 to 64 of letters, digits and `._-@`. Undefined where it is not one. */
export function loginOf(text: string): string | undefined {
  const login = text.trim().toLowerCase().normalize('NFKC');
  return /^[a-z0-9][a-z0-9._@-]{2,63}$/.test(login) ? login : undefined;
}

/** Length is what protects a password: 10 to 128 characters, not the login itself. Null where it may be used. */
export function passwordFault(password: string, login: string): 'password-too-short' | 'password-too-long' | 'password-is-login' | null {
  const length = [...password].length;
  if (length < 10) return 'password-too-short';
  if (length > 128) return 'password-too-long';
  return password.toLowerCase() === login ? 'password-is-login' : null;
}
