import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Vault } from '#platform/vault.ts';
import { loginOf } from './domain/login.ts';

/*
 * A device on which somebody signed in before keeps a mark of it. The mark opens nothing: it only takes the device out of the limits
 * that strangers' wrong guesses fill, so that nobody can shut another out by guessing. Several people may share a device.
 */
export const DEVICE_COOKIE = '__Host-qingcai-device';
const MOST_PEOPLE = 5;
const MAX_AGE_SECONDS = 400 * 86_400;
const FORM = /^([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{43})$/;

const markOf = (vault: Vault, login: string, device: string): Buffer => vault.mark('device', `${device} ${login}`);

function marksIn(cookie: string): string[] {
  const value = cookie.split(';').map((part) => part.trim().split('=', 2)).find(([name]) => name === DEVICE_COOKIE)?.[1] ?? '';
  return value.split('~').filter((mark) => FORM.test(mark)).slice(0, MOST_PEOPLE);
}

/** The name of the device this request comes from, where this account signed in on it before; else undefined. */
export function knownDevice(vault: Vault, cookie: string, typedLogin: string): string | undefined {
  const login = loginOf(typedLogin);
  if (login === undefined) return undefined;
  for (const mark of marksIn(cookie)) {
    const [, device, proof] = FORM.exec(mark)!;
    if (timingSafeEqual(markOf(vault, login, device!), Buffer.from(proof!, 'base64url'))) return device;
  }
  return undefined;
}

/** The cookie after this account signed in: its mark first, those of the others kept; the oldest go. Undefined where nothing changes. */
export function deviceCookie(vault: Vault, cookie: string, login: string): string | undefined {
  if (knownDevice(vault, cookie, login) !== undefined) return undefined;
  const device = randomBytes(12).toString('base64url');
  const marks = [`${device}.${markOf(vault, login, device).toString('base64url')}`, ...marksIn(cookie)].slice(0, MOST_PEOPLE);
  return `${DEVICE_COOKIE}=${marks.join('~')}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${MAX_AGE_SECONDS}`;
}
